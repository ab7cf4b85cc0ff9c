// Connections and mappings that no dataflow uses, with age and creator; those made here are marked.
import { ActionButton, AlertDialog, Button, Checkbox, DialogContainer, Text } from '@react-spectrum/s2';
import Refresh from '@react-spectrum/s2/icons/Refresh';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Leftover } from '../../api/bindings/Leftover';
import type { Leftovers } from '../../api/bindings/Leftovers';
import { call } from '../../api/call';
import { useNow } from '../../api/clock';
import { useWrite } from '../../api/mutations';
import { leftoversQuery } from '../../api/removalQueries';
import { useSession } from '../../api/session';
import { EmptyState } from '../../kit/EmptyState';
import { NamedLine } from '../../kit/NamedLine';
import { Spinner } from '../../kit/Spinner';
import { formatCount, plural } from '../../lib/number';
import { whoWord } from '../../lib/terms';
import { isKnownTime, timeAgo } from '../../lib/time';
import { CallProblem } from '../parts/CallProblem';
import { KIND_WORDS } from '../parts/removal/words';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { WhyNoWrite } from '../parts/WhyNoWrite';
import styles from './CleanUpScreen.module.css';

export function LeftoverList() {
  const { key, sandbox } = useSession();
  const client = useQueryClient();
  const query = leftoversQuery(key);
  const { data: found, error, refetch } = useQuery(query);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const start = useWrite('start_clean_up');
  const noWrite = useWhyNoWrite() !== undefined;
  const lookAgain = async () => {
    setChosen([]);
    client.setQueryData(query.queryKey, await call('scan_leftovers', { refresh: true }));
    void refetch();
  };
  const again = () => void lookAgain();
  if (!found)
    return error ? (
      <Place>
        <CallProblem error={error} onRetry={again} />
      </Place>
    ) : null;

  const free = found.items.filter(({ belongsTo }) => belongsTo === undefined);
  const picked = free.filter(({ id }) => chosen.includes(id));
  const safe = free.filter(({ byInlet, young }) => byInlet && !young).map(({ id }) => id);
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => [...before.filter((other) => other !== id), ...(on ? [id] : [])]);
  return (
    <Place>
      <div className={styles.line}>
        <Progress found={found} />
        <ActionButton isQuiet size="S" onPress={again} isDisabled={isLooking(found)}>
          <Refresh />
          <Text>Look again</Text>
        </ActionButton>
      </div>
      {found.problem && <CallProblem look="strip" error={found.problem} onRetry={again} />}
      {start.error && <CallProblem look="strip" error={start.error} onRetry={again} />}
      {found.complete && found.items.length === 0 && (
        <EmptyState
          title="Nothing is left over"
          text={`Every connection in ${sandbox.name} is used by a dataflow.`}
        />
      )}
      {found.items.length > 0 && (
        <>
          <div className={styles.line}>
            <Checkbox
              isSelected={picked.length > 0 && picked.length === free.length}
              isIndeterminate={picked.length > 0 && picked.length < free.length}
              isDisabled={free.length === 0}
              onChange={(on) => setChosen(on ? free.map(({ id }) => id) : [])}
            >
              Choose all
            </Checkbox>
            {safe.length > 0 && safe.length < free.length && (
              <Button size="S" variant="secondary" onPress={() => setChosen(safe)}>
                Choose those made with Inlet
              </Button>
            )}
            <span className={styles.lead} />
            <Button
              size="S"
              variant="negative"
              isDisabled={picked.length === 0 || noWrite}
              isPending={start.isPending}
              onPress={() => setAsking(true)}
            >
              {picked.length === 0
                ? 'Choose what to delete'
                : `Delete ${plural(picked.length, 'leftover', 'leftovers')}…`}
            </Button>
          </div>
          <WhyNoWrite />
          <ul className={styles.list} aria-label="Left over">
            {found.items.map((item) => (
              <Item key={item.id} item={item} chosen={chosen.includes(item.id)} onChoose={toggle} />
            ))}
          </ul>
        </>
      )}
      <DialogContainer onDismiss={() => setAsking(false)}>
        {asking && (
          <AlertDialog
            variant="destructive"
            title={`Delete ${plural(picked.length, 'leftover', 'leftovers')}?`}
            primaryActionLabel="Delete leftovers"
            cancelLabel="Keep them"
            isPrimaryActionDisabled={noWrite}
            onPrimaryAction={() =>
              start.mutate({ ids: picked.map(({ id }) => id) }, { onSuccess: () => setChosen([]) })
            }
          >
            {`No dataflow in ${sandbox.name} uses them. Right before each is deleted, Inlet looks again, and keeps it if a dataflow uses it by then. You can undo this for 10 seconds.`}
          </AlertDialog>
        )}
      </DialogContainer>
    </Place>
  );
}

function Place({ children }: { children: React.ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}

function isLooking({ complete, problem }: Leftovers): boolean {
  return !complete && !problem;
}

/** How far the look is, then what it found. */
function Progress({ found }: { found: Leftovers }) {
  if (isLooking(found)) {
    const words = found.flowsDone
      ? `Looking at connections: ${formatCount(found.objectsRead)} so far, ${plural(found.items.length, 'is', 'are')} left over…`
      : `Reading what dataflows use: ${plural(found.flowsRead, 'dataflow', 'dataflows')} so far…`;
    return (
      <span className={styles.reading} role="status">
        <Spinner size={16} />
        {words}
      </span>
    );
  }
  return (
    <span className={styles.lead}>
      {plural(found.items.length, 'leftover', 'leftovers')} among {formatCount(found.objectsRead)} connections
      and mappings, compared with {plural(found.flowsRead, 'dataflow', 'dataflows')}. One that is hidden from
      you by an access label is not seen here; Experience Platform then refuses to delete what it uses.
    </span>
  );
}

interface ItemProps {
  item: Leftover;
  chosen: boolean;
  onChoose: (id: string, on: boolean) => void;
}

function Item({ item, chosen, onChoose }: ItemProps) {
  const { id, kind, name, byInlet, belongsTo } = item;
  const now = useNow(60_000);
  return (
    <li className={styles.item}>
      <Checkbox
        aria-label={`Choose the ${KIND_WORDS[kind].toLowerCase()} “${name}”`}
        isSelected={chosen}
        isDisabled={belongsTo !== undefined}
        onChange={(on) => onChoose(id, on)}
      />
      <NamedLine name={name} id={id} kind={KIND_WORDS[kind]} line={metaWords(item, now)} />
      {byInlet && <span className={styles.mark}>Made with Inlet</span>}
    </li>
  );
}

function metaWords({ createdAt, createdBy, young, belongsTo }: Leftover, now: number): string {
  if (belongsTo !== undefined)
    return `Belongs to “${belongsTo}”, which is not finished. Finish or undo that.`;
  const by = createdBy ? ` by ${whoWord(createdBy)}` : '';
  const age = isKnownTime(createdAt)
    ? `Made ${timeAgo(createdAt, now)}${by}`
    : `Made${by || ' at a time that is not reported'}`;
  return young ? `${age}. Somebody may be about to use it.` : age;
}
