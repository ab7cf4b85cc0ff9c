// The mapping of a dataflow: its lines, and other versions of it, which can be put in force in one step.
import { Button, LinkButton, Picker, PickerItem, ToastQueue } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../api/bindings/AppError';
import type { MappingShown } from '../../api/bindings/MappingShown';
import { call } from '../../api/call';
import { flowMappingQuery } from '../../api/changeQueries';
import { appErrorOf } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { DataTable } from '../../kit/DataTable';
import { plural } from '../../lib/number';
import { CallProblem } from '../parts/CallProblem';
import { Reading } from '../parts/Reading';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import styles from './MappingTab.module.css';
import { differences } from './mappingDifferences';

export function MappingTab({ flowId }: { flowId: string }) {
  const session = useSession();
  const [version, setVersion] = useState<number>();
  const [base, setBase] = useState<number>();
  const inForce = useQuery(flowMappingQuery(session.key, flowId));
  const other = useVersion(flowId, version);
  const compared = useVersion(flowId, base);
  const retry = () => void inForce.refetch();
  if (inForce.error) {
    return (
      <div className={styles.place}>
        <CallProblem error={inForce.error} onRetry={retry} />
      </div>
    );
  }
  if (!inForce.data) return <Reading what="the mapping" onRetry={retry} />;
  const { inForce: current, newest } = inForce.data;
  const shown = version === undefined ? inForce.data : other.data;
  const from = base === undefined ? inForce.data : compared.data;
  /** The version in force goes by no number, so that it stays in front when another one is put in force. */
  const pick = (put: (next: number | undefined) => void) => (next: number) =>
    put(next === current ? undefined : next);
  const trouble = (version !== undefined && other.error) || (base !== undefined && compared.error);
  return (
    <div className={styles.place}>
      <div className={styles.tools}>
        <VersionPicker
          label="Version"
          chosen={version ?? current}
          {...{ current, newest }}
          onChoose={pick(setVersion)}
        />
        {newest > 0 && (
          <VersionPicker
            label="Compared with"
            chosen={base ?? current}
            {...{ current, newest }}
            onChoose={pick(setBase)}
          />
        )}
        {shown && (
          <span className={styles.count}>
            {plural(shown.lines.length, 'field mapping', 'field mappings')}
          </span>
        )}
        <span className={styles.end}>
          <LinkButton variant="secondary" href={`/event-inspector?flow=${encodeURIComponent(flowId)}`}>
            Check events
          </LinkButton>
          <LinkButton variant="primary" href={`/dataflows/${encodeURIComponent(flowId)}/mapping`}>
            Edit mapping
          </LinkButton>
        </span>
      </div>
      {trouble && (
        <CallProblem
          error={trouble}
          onRetry={() => {
            void other.refetch();
            void compared.refetch();
          }}
        />
      )}
      {shown && from && (
        <Comparison
          flowId={flowId}
          inForce={inForce.data}
          from={from}
          shown={shown}
          onDone={() => {
            setVersion(undefined);
            setBase(undefined);
          }}
        />
      )}
      {shown && (
        <DataTable
          label={`Field mappings of version ${shown.version}`}
          columns={[{ name: 'Into the record' }, { name: 'From the event' }]}
          rows={shown.lines.map(({ source, calculated, target }) => ({
            key: target,
            cells: [target, calculated ? <code key="source">{source}</code> : source],
          }))}
        />
      )}
    </div>
  );
}

/** Another version than the one in force. */
function useVersion(flowId: string, version: number | undefined) {
  const session = useSession();
  return useQuery({
    ...flowMappingQuery(session.key, flowId, version),
    enabled: version !== undefined,
  });
}

interface VersionPickerProps {
  label: string;
  chosen: number;
  current: number;
  newest: number;
  onChoose: (version: number) => void;
}

function VersionPicker({ label, chosen, current, newest, onChoose }: VersionPickerProps) {
  const versions = Array.from({ length: newest + 1 }, (_, index) => newest - index);
  return (
    <Picker
      label={label}
      labelPosition="side"
      selectedKey={String(chosen)}
      onSelectionChange={(key) => onChoose(Number(key))}
    >
      {versions.map((one) => (
        <PickerItem key={one} id={String(one)} textValue={`Version ${one}`}>
          {`Version ${one}${one === current ? ', in force' : ''}`}
        </PickerItem>
      ))}
    </Picker>
  );
}

interface ComparisonProps {
  flowId: string;
  inForce: MappingShown;
  from: MappingShown;
  shown: MappingShown;
  onDone: () => void;
}

/** What the shown version does otherwise than the other one, and a way to put it in force; nothing for one and the same. */
function Comparison({ flowId, inForce, from, shown, onDone }: ComparisonProps) {
  if (from.version === shown.version && shown.version === inForce.inForce) return null;
  const lines = differences(from.lines, shown.lines);
  return (
    <section className={styles.other} aria-label={`Version ${shown.version} beside version ${from.version}`}>
      <p>
        <strong>
          {shown.version === inForce.inForce
            ? `Version ${shown.version} is in force.`
            : `Version ${shown.version} is not in force; version ${inForce.inForce} is.`}
        </strong>{' '}
        {from.version !== shown.version &&
          (lines.length === 0
            ? `It has the same field mappings as version ${from.version}.`
            : `${plural(lines.length, 'field differs', 'fields differ')} from version ${from.version}.`)}
      </p>
      {lines.length > 0 && (
        <DataTable
          label="Differences"
          columns={[
            { name: 'Into the record' },
            { name: `Version ${from.version}` },
            { name: `Version ${shown.version}` },
          ]}
          rows={lines.map(({ target, before, after }) => ({
            key: target,
            cells: [target, before ?? 'Not filled', after ?? 'Not filled'],
          }))}
        />
      )}
      {shown.version !== inForce.inForce && (
        <PutInForce flowId={flowId} inForce={inForce} wanted={shown} onDone={onDone} />
      )}
    </section>
  );
}

interface PutInForceProps {
  flowId: string;
  inForce: MappingShown;
  wanted: MappingShown;
  onDone: () => void;
}

function PutInForce({ flowId, inForce, wanted: other, onDone }: PutInForceProps) {
  const save = useWrite('update_flow');
  const [problem, setProblem] = useState<AppError>();
  const blocked = useWhyNoWrite();
  const use = async () => {
    setProblem(undefined);
    try {
      const { values } = await call('get_flow_settings', { flowId });
      // What the person saw in force is where they start from: another's change since is a clash.
      const original = { ...values, mapping: { id: inForce.id, version: inForce.inForce } };
      const wanted = { ...values, mapping: { id: other.id, version: other.version } };
      const reply = await save.mutateAsync({ flowId, original, wanted });
      if (reply.kind === 'saved') {
        ToastQueue.positive(`Version ${other.version} is in force`, { timeout: 5000 });
      } else {
        ToastQueue.negative('Someone else changed the mapping meanwhile. Nothing was saved.');
      }
      onDone();
    } catch (cause) {
      setProblem(appErrorOf(cause));
    }
  };
  return (
    <>
      <div className={styles.press}>
        <Button
          variant="primary"
          isPending={save.isPending}
          isDisabled={blocked !== undefined}
          onPress={() => void use()}
        >
          {`Use version ${other.version}`}
        </Button>
        <span className={styles.count}>{blocked ?? 'For events from then on'}</span>
      </div>
      {problem && <CallProblem error={problem} onRetry={() => void use()} />}
    </>
  );
}
