// The mapping of a dataflow: its lines, and other versions of it, which can be put in force in one step.
import { Button, Picker, PickerItem, ToastQueue } from '@react-spectrum/s2';
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
  const inForce = useQuery(flowMappingQuery(session.key, flowId));
  const other = useQuery({
    ...flowMappingQuery(session.key, flowId, version),
    enabled: version !== undefined,
  });
  const retry = () => void inForce.refetch();
  if (inForce.error) {
    return (
      <div className={styles.place}>
        <CallProblem error={inForce.error} onRetry={retry} />
      </div>
    );
  }
  if (!inForce.data) return <Reading what="the mapping" onRetry={retry} />;
  const shown = version === undefined ? inForce.data : other.data;
  const versions = Array.from({ length: inForce.data.newest + 1 }, (_, index) => inForce.data.newest - index);
  return (
    <div className={styles.place}>
      <div className={styles.tools}>
        <Picker
          label="Version"
          labelPosition="side"
          selectedKey={String(version ?? inForce.data.inForce)}
          onSelectionChange={(key) => {
            const next = Number(key);
            setVersion(next === inForce.data.inForce ? undefined : next);
          }}
        >
          {versions.map((one) => (
            <PickerItem key={one} id={String(one)} textValue={`Version ${one}`}>
              {`Version ${one}${one === inForce.data.inForce ? ', in force' : ''}`}
            </PickerItem>
          ))}
        </Picker>
        {shown && (
          <span className={styles.count}>
            {plural(shown.lines.length, 'field mapping', 'field mappings')}
          </span>
        )}
      </div>
      {version !== undefined && other.error && (
        <CallProblem error={other.error} onRetry={() => void other.refetch()} />
      )}
      {version !== undefined && other.data && (
        <OtherVersion
          flowId={flowId}
          inForce={inForce.data}
          other={other.data}
          onDone={() => setVersion(undefined)}
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

interface OtherVersionProps {
  flowId: string;
  inForce: MappingShown;
  other: MappingShown;
  onDone: () => void;
}

function OtherVersion({ flowId, inForce, other, onDone }: OtherVersionProps) {
  const save = useWrite('update_flow');
  const [problem, setProblem] = useState<AppError>();
  const blocked = useWhyNoWrite();
  const lines = differences(inForce.lines, other.lines);
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
    <section
      className={styles.other}
      aria-label={`Version ${other.version} beside version ${inForce.inForce}`}
    >
      <p>
        <strong>
          Version {other.version} is not in force; version {inForce.inForce} is.
        </strong>{' '}
        {lines.length === 0
          ? 'Both have the same field mappings.'
          : `With it, ${plural(lines.length, 'field changes', 'fields change')}, for events from then on.`}
      </p>
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map(({ target, before, after }) => (
            <li key={target}>
              <strong>{target}</strong>: {before ?? 'not filled'} → {after ?? 'not filled any more'}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.press}>
        <Button
          variant="primary"
          isPending={save.isPending}
          isDisabled={blocked !== undefined}
          onPress={() => void use()}
        >
          {`Use version ${other.version}`}
        </Button>
        {blocked && <span className={styles.count}>{blocked}</span>}
      </div>
      {problem && <CallProblem error={problem} onRetry={() => void use()} />}
    </section>
  );
}
