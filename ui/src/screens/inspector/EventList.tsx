// The events of an inspection. Only the rows in view are drawn, and read.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EventOutcome } from '../../api/bindings/EventOutcome';
import type { InspectedRow } from '../../api/bindings/InspectedRow';
import type { Inspection } from '../../api/bindings/Inspection';
import { inspectedQuery, PART } from '../../api/inspectorQueries';
import { useSession } from '../../api/session';
import { EmptyState } from '../../kit/EmptyState';
import { VirtualList } from '../../kit/VirtualList';
import { formatCount } from '../../lib/number';
import styles from './EventList.module.css';
import { OutcomeMark } from './OutcomeMark';
import { outcomeLabel } from './outcomes';

const ROW_HEIGHT = 48;

interface EventListProps {
  one: Inspection;
  outcome: EventOutcome | undefined;
  total: number;
  onChoose: (number: number) => void;
}

export function EventList({ one, outcome, total, onChoose }: EventListProps) {
  const [at, setAt] = useState<number>();
  const number = useRow(one, outcome, at)?.number;
  // A key may lead to a row that has still to be read: it is chosen once it is there.
  useEffect(() => {
    if (number !== undefined) onChoose(number);
  }, [number, onChoose]);
  if (total === 0)
    return <EmptyState title="No event like that" text="None of the events has this outcome." />;
  return (
    <VirtualList
      label="Events"
      count={total}
      rowHeight={ROW_HEIGHT}
      chosen={at}
      onChoose={setAt}
      row={(index) => <RowAt one={one} outcome={outcome} index={index} />}
    />
  );
}

/** Rows are read in parts; all rows of one part share its answer. */
function useRow(one: Inspection, outcome: EventOutcome | undefined, index: number | undefined) {
  const session = useSession();
  const { data } = useQuery({
    ...inspectedQuery(session.key, one, outcome, Math.floor((index ?? 0) / PART)),
    enabled: index !== undefined,
  });
  return index === undefined ? undefined : data?.rows[index % PART];
}

interface RowAtProps {
  one: Inspection;
  outcome: EventOutcome | undefined;
  index: number;
}

function RowAt({ one, outcome, index }: RowAtProps) {
  const row = useRow(one, outcome, index);
  return (
    <span className={styles.row}>
      {row ? <Row row={row} /> : <span className={styles.about}>Reading…</span>}
    </span>
  );
}

function Row({ row }: { row: InspectedRow }) {
  const { number, outcome, name, uniqueId, problem, sent } = row;
  return (
    <>
      <span className={styles.number}>{formatCount(number)}</span>
      <span className={styles.words}>
        <span className={styles.name} title={`${name} ${uniqueId}`.trim()}>
          {name === '' ? outcomeLabel(outcome) : name}
          {uniqueId !== '' && <code className={styles.id}>{uniqueId}</code>}
        </span>
        <span className={styles.about} title={problem}>
          {problem === '' ? quietWords(outcome, sent) : problem}
        </span>
      </span>
      <OutcomeMark outcome={outcome} />
    </>
  );
}

function quietWords(outcome: EventOutcome, sent: InspectedRow['sent']): string {
  switch (sent) {
    case 'accepted':
      return 'Sent and received';
    case 'unclear':
      return 'Sent; no answer came';
    case 'no':
      return outcome === 'good' ? 'No problems' : '';
  }
}
