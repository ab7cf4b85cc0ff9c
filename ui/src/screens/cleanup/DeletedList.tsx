// Dataflows that were deleted from here, each with a way to make it again.
import {
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Heading,
  TextField,
} from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeletedFlow } from '../../api/bindings/DeletedFlow';
import { useNow } from '../../api/clock';
import { useWrite } from '../../api/mutations';
import { deletedQuery } from '../../api/removalQueries';
import { useSession } from '../../api/session';
import { EmptyState } from '../../kit/EmptyState';
import { NamedLine } from '../../kit/NamedLine';
import { plural } from '../../lib/number';
import { dateInSentence } from '../../lib/time';
import { CallProblem } from '../parts/CallProblem';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { WhyNoWrite } from '../parts/WhyNoWrite';
import styles from './CleanUpScreen.module.css';

export function DeletedList() {
  const { key, sandbox } = useSession();
  const { data: deleted, error, refetch } = useQuery(deletedQuery(key));
  const [asked, setAsked] = useState<DeletedFlow>();
  const now = useNow(60_000);
  const noWrite = useWhyNoWrite() !== undefined;
  return (
    <div className={styles.body}>
      {error && <CallProblem error={error} onRetry={() => void refetch()} />}
      {deleted?.length === 0 && (
        <EmptyState
          title="Nothing was deleted from here"
          text={`What you delete in ${sandbox.name} is listed here, so that you can make it again.`}
        />
      )}
      {deleted && deleted.length > 0 && (
        <>
          <p className={styles.lead}>
            {plural(deleted.length, 'dataflow', 'dataflows')} deleted from this computer in {sandbox.name}.
            Names and mappings are kept here; events, secrets and webhook addresses are not.
          </p>
          <WhyNoWrite />
          <ul className={styles.list} aria-label="Deleted dataflows">
            {deleted.map((flow) => (
              <li key={flow.deletedId} className={styles.item}>
                <NamedLine name={flow.name} id={flow.flowId} line={metaWords(flow, now)} />
                {!flow.obstacle && (
                  <Button size="S" variant="secondary" isDisabled={noWrite} onPress={() => setAsked(flow)}>
                    Recreate dataflow…
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <DialogContainer onDismiss={() => setAsked(undefined)}>
        {asked && <Recreate key={asked.deletedId} flow={asked} onClose={() => setAsked(undefined)} />}
      </DialogContainer>
    </div>
  );
}

function metaWords({ deletedAt, dataset, lines, obstacle }: DeletedFlow, now: number): string {
  const facts = [
    `Deleted ${dateInSentence(deletedAt, now)}`,
    dataset && `wrote to ${dataset}`,
    lines > 0 && plural(lines, 'field mapping', 'field mappings'),
  ].filter(Boolean);
  return obstacle ? `${facts.join(' · ')}. Cannot be made again here: ${obstacle}` : facts.join(' · ');
}

function Recreate({ flow, onClose }: { flow: DeletedFlow; onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState(flow.name);
  const recreate = useWrite('recreate_flow');
  const noWrite = useWhyNoWrite() !== undefined;
  const refused = recreate.error?.app.fields.find(({ field }) => field === 'name')?.message;
  const press = () =>
    recreate.mutate(
      { deletedId: flow.deletedId, name: name.trim() },
      {
        onSuccess: ({ setupId }) => void navigate({ to: '/setups/$setupId', params: { setupId } }),
      },
    );
  return (
    <Dialog size="M">
      <Heading slot="title">Recreate dataflow?</Heading>
      <Content>
        <div className={styles.dialog}>
          <p>
            Inlet makes a new dataflow into <strong>{flow.dataset}</strong> with the same{' '}
            {plural(flow.lines, 'field mapping', 'field mappings')}.
          </p>
          <ul className={styles.facts}>
            <li>It gets a new webhook address, which you paste into the source in place of the old one.</li>
            <li>All its IDs are new: the dataflow, both connections and the mapping.</li>
            <li>Events sent while it was deleted do not come back, nor does its run history.</li>
            <li>Secrets of accounts are not kept. Sources with a webhook need none.</li>
          </ul>
          <TextField
            label="Name of the dataflow"
            value={name}
            onChange={setName}
            autoComplete="off"
            isInvalid={refused !== undefined}
            errorMessage={refused ?? ''}
            styles={style({ width: 'full' })}
          />
          {recreate.error && !refused && <CallProblem error={recreate.error} onRetry={press} />}
          <WhyNoWrite />
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="accent"
          isDisabled={name.trim() === '' || noWrite}
          isPending={recreate.isPending}
          onPress={press}
        >
          Recreate dataflow
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
