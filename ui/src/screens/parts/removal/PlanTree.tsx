// The tree of a plan: one dataflow opened, or many with one line each that opens.
import { Checkbox } from '@react-spectrum/s2';
import type { ReactNode } from 'react';
import type { DeletionPlan } from '../../../api/bindings/DeletionPlan';
import type { PlannedFlow } from '../../../api/bindings/PlannedFlow';
import type { PlannedRemoval } from '../../../api/bindings/PlannedRemoval';
import type { RemovalKind } from '../../../api/bindings/RemovalKind';
import { useSurroundings } from '../../../api/session';
import { Fold } from '../../../kit/Fold';
import { NamedLine } from '../../../kit/NamedLine';
import { formatCount, plural } from '../../../lib/number';
import styles from './PlanTree.module.css';
import { type Changed, doesGo, isOpen } from './planChoice';
import { KIND_WORDS } from './words';

/** What hangs on the dataflow; the rest is only used by it. */
const BRANCHES: readonly RemovalKind[] = ['target_connection', 'source_connection', 'mapping_set'];

/** What is lost, in a sentence, before anything is pressed. */
export function PlanLead({ plan }: { plan: DeletionPlan }) {
  const { practice } = useSurroundings();
  const flows = plan.flows.filter(({ problem }) => !problem);
  const [first] = flows;
  if (!first) return null;
  const sending = practice ? '' : sourcesOf(flows);
  const later = sending !== '' && (
    <> {sending} on sending until you turn the webhook off; those events are not ingested.</>
  );
  if (flows.length === 1 && plan.flows.length === 1) {
    return (
      <p className={styles.lead}>
        <strong>{first.name}</strong> {receivedWords(first)} {first.remark}
        {later}
      </p>
    );
  }
  const known = flows.filter(({ received }) => received !== undefined);
  const sum = known.reduce((all, { received = 0 }) => all + received, 0);
  return (
    <p className={styles.lead}>
      {known.length > 0 ? (
        <>
          Together they received <strong>{plural(sum, 'event', 'events')}</strong> in the last 24 hours
          {known.length < flows.length && `, as far as ${known.length} of ${flows.length} report it`}.
        </>
      ) : (
        <>What they received in the last 24 hours is not reported.</>
      )}
      {later}
    </p>
  );
}

/** "Pendo goes", "Pendo and Chatlio go"; nothing where no webhook has to be turned off. */
function sourcesOf(flows: readonly PlannedFlow[]): string {
  const names = new Set(flows.flatMap(({ source }) => (source?.id === undefined ? [] : [source.name])));
  const list = new Intl.ListFormat('en').format(names);
  return names.size === 0 ? '' : `${list} ${names.size === 1 ? 'goes' : 'go'}`;
}

function receivedWords({ received }: PlannedFlow): ReactNode {
  if (received === undefined) return 'reports no events for the last 24 hours.';
  if (received === 0) return 'received no events in the last 24 hours.';
  return (
    <>
      received <strong>{plural(received, 'event', 'events')}</strong> in the last 24 hours.
    </>
  );
}

interface PlanTreeProps {
  plan: DeletionPlan;
  changed: Changed;
  onChange: (id: string) => void;
}

export function PlanTree({ plan, changed, onChange }: PlanTreeProps) {
  const [first] = plan.flows;
  if (plan.flows.length === 1 && first) {
    return (
      <ul className={styles.tree} aria-label="What is deleted and what stays">
        {first.problem ? (
          <Refused flow={first} />
        ) : (
          first.objects.map((object) => (
            <Line
              key={`${object.kind} ${object.id}`}
              object={object}
              goes={doesGo(object, changed, first.objects)}
              isOpen={isOpen(object, changed, first.objects)}
              onChange={() => onChange(object.id)}
            />
          ))
        )}
      </ul>
    );
  }
  return (
    <ul className={styles.tree} data-look="many" aria-label="What is deleted and what stays">
      {plan.flows.map((flow) =>
        flow.problem ? <Refused key={flow.flowId} flow={flow} /> : <Folded key={flow.flowId} flow={flow} />,
      )}
    </ul>
  );
}

/** One of many: its objects show when it is opened. */
function Folded({ flow }: { flow: PlannedFlow }) {
  const goes = flow.objects.filter(({ deleted }) => deleted).length;
  const shared = flow.objects.filter(
    ({ deleted, kind }) => !deleted && !['dataset', 'schema', 'account'].includes(kind),
  ).length;
  const facts = [
    flow.received === undefined ? undefined : `${formatCount(flow.received)} events in 24 h`,
    shared > 0 ? `${shared} shared with others ${shared === 1 ? 'stays' : 'stay'}` : undefined,
    flow.remark,
  ].filter((fact) => fact !== undefined);
  return (
    <li className={styles.row}>
      <Fold
        name={flow.name}
        sentence={facts.join(' · ')}
        end={<span className={styles.goes}>{`${plural(goes, 'object is', 'objects are')} deleted`}</span>}
      >
        <ul className={styles.inner}>
          {flow.objects.map((object) => (
            <li key={`${object.kind} ${object.id}`} className={styles.line}>
              <NamedLine
                name={object.name}
                id={object.id}
                kind={KIND_WORDS[object.kind]}
                line={object.sentence}
              />
              <Fate deleted={object.deleted} />
            </li>
          ))}
        </ul>
      </Fold>
    </li>
  );
}

function Refused({ flow }: { flow: PlannedFlow }) {
  return (
    <li className={styles.line}>
      <NamedLine name={flow.name} line={`${flow.problem?.title}. ${flow.problem?.hint}`} />
      <span className={styles.stays}>Cannot be deleted</span>
    </li>
  );
}

interface LineProps {
  object: PlannedRemoval;
  goes: boolean;
  isOpen: boolean;
  onChange: () => void;
}

function Line({ object, goes, isOpen, onChange }: LineProps) {
  const kind = KIND_WORDS[object.kind];
  return (
    <li className={styles.line} data-branch={BRANCHES.includes(object.kind) || undefined}>
      <Checkbox
        aria-label={`Delete the ${kind.toLowerCase()} “${object.name}”`}
        isSelected={goes}
        isDisabled={!isOpen}
        onChange={onChange}
      />
      <NamedLine name={object.name} id={object.id} kind={KIND_WORDS[object.kind]} line={object.sentence} />
      <Fate deleted={goes} />
    </li>
  );
}

function Fate({ deleted }: { deleted: boolean }) {
  return <span className={deleted ? styles.goes : styles.stays}>{deleted ? 'Is deleted' : 'Stays'}</span>;
}
