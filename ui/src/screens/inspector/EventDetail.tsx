// One event: what is wrong with it, the record that would arrive, and its own fields with their types.
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventProblem } from '../../api/bindings/EventProblem';
import type { InspectedEvent } from '../../api/bindings/InspectedEvent';
import type { Inspection } from '../../api/bindings/Inspection';
import type { SourceKind } from '../../api/bindings/SourceKind';
import { inspectedEventQuery } from '../../api/inspectorQueries';
import { useSession } from '../../api/session';
import { DataTable } from '../../kit/DataTable';
import { EmptyState } from '../../kit/EmptyState';
import { Glyph } from '../../kit/Glyph';
import { JsonView } from '../../kit/JsonView';
import { PanelTabs } from '../../kit/PanelTabs';
import { formatCount } from '../../lib/number';
import { CallProblem } from '../parts/CallProblem';
import { Reading } from '../parts/Reading';
import styles from './EventDetail.module.css';
import { OutcomeMark } from './OutcomeMark';
import { outcomeSentence } from './outcomes';

/** Enough to find a field in; a sample of 1 MB can have tens of thousands. */
const SHOWN = 500;

const TYPE_WORDS: Record<SourceKind, string> = {
  text: 'Text',
  integer: 'Whole number',
  number: 'Number',
  boolean: 'Yes or no',
  object: 'Object',
  array: 'List',
  null: 'Nothing',
};

export function EventDetail({ one, number }: { one: Inspection; number: number | undefined }) {
  if (number === undefined) {
    return (
      <section className={styles.detail} aria-label="Event">
        <EmptyState title="Choose an event" text="Its record and its problems show here." />
      </section>
    );
  }
  return <Chosen one={one} number={number} />;
}

function Chosen({ one, number }: { one: Inspection; number: number }) {
  const session = useSession();
  const { data, error, refetch } = useQuery(inspectedEventQuery(session.key, one, number));
  const again = () => void refetch();
  return (
    <section className={styles.detail} aria-label={`Event ${formatCount(number)}`}>
      {error && !data && (
        <div className={styles.trouble}>
          <CallProblem error={error} onRetry={again} />
        </div>
      )}
      {!error && !data && <Reading what="the event" onRetry={again} />}
      {data && <Whole event={data} />}
    </section>
  );
}

function Whole({ event }: { event: InspectedEvent }) {
  const [tab, setTab] = useState('record');
  const { row, fields, warnings, record, problems } = event;
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>Event {formatCount(row.number)}</h2>
        <OutcomeMark outcome={row.outcome} />
      </header>
      <div className={styles.said}>
        <p>{outcomeSentence(row.outcome)}</p>
        {problems.length > 0 && (
          <ul className={styles.problems}>
            {problems.map((problem) => (
              <Problem key={`${problem.field} ${problem.message}`} problem={problem} />
            ))}
          </ul>
        )}
        {warnings.length > 0 && <p className={styles.warnings}>{warnings.join(' ')}</p>}
      </div>
      {fields.length > 0 && (
        <PanelTabs
          label="Event"
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'record',
              label: 'Record that arrives',
              content: (
                <JsonView
                  label="The record as JSON"
                  value={record ?? undefined}
                  marked={problems[0]?.field}
                />
              ),
            },
            {
              id: 'fields',
              label: 'Fields of the event',
              content: (
                <DataTable
                  label="Fields of the event"
                  caption={fields.length > SHOWN && `The first ${formatCount(SHOWN)} fields`}
                  columns={[{ name: 'Field' }, { name: 'Type' }, { name: 'Value' }]}
                  rows={fields.slice(0, SHOWN).map(({ path, key, depth, kind, preview }) => ({
                    key: path,
                    cells: [
                      <span key="path" style={{ paddingInlineStart: depth * 14 }} title={path}>
                        {key}
                      </span>,
                      TYPE_WORDS[kind],
                      preview,
                    ],
                  }))}
                />
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function Problem({ problem: { field, message, loses } }: { problem: EventProblem }) {
  return (
    <li className={styles.problem}>
      <Glyph of={loses ? AlertDiamond : AlertTriangle} tone={loses ? 'negative' : 'notice'} />
      <span>
        {message}
        {field !== '' && !message.includes(field) && <code className={styles.field}>{field}</code>}
      </span>
    </li>
  );
}
