// The events of an inspection. Only the rows in view are drawn, and read, so that 10,000 open at once. The list holds
// the focus; arrows, Page, Home and End move the choice.
import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { EventOutcome } from '../../api/bindings/EventOutcome';
import type { InspectedRow } from '../../api/bindings/InspectedRow';
import type { Inspection } from '../../api/bindings/Inspection';
import { inspectedQuery, PART } from '../../api/inspectorQueries';
import { useSession } from '../../api/session';
import { EmptyState } from '../../kit/EmptyState';
import { formatCount } from '../../lib/number';
import styles from './EventList.module.css';
import { keyTarget } from './keyTarget';
import { OutcomeMark } from './OutcomeMark';
import { outcomeLabel } from './outcomes';

const ROW_HEIGHT = 48;

interface EventListProps {
  one: Inspection;
  outcome: EventOutcome | undefined;
  total: number;
  /** Place of the chosen event in the text. */
  chosen: number | undefined;
  onChoose: (number: number) => void;
}

export function EventList({ one, outcome, total, chosen, onChoose }: EventListProps) {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const parts = [...new Set(items.map(({ index }) => Math.floor(index / PART)))];
  const read = useQueries({
    queries: parts.map((part) => inspectedQuery(session.key, one, outcome, part)),
  });
  const rowAt = (index: number): InspectedRow | undefined =>
    read[parts.indexOf(Math.floor(index / PART))]?.data?.rows[index % PART];
  const [at, setAt] = useState<number>();
  const number = at === undefined ? undefined : rowAt(at)?.number;
  // A key may lead to a row that has still to be read: it is chosen once it is there.
  useEffect(() => {
    if (number !== undefined) onChoose(number);
  }, [number, onChoose]);

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((virtual.scrollRect?.height ?? ROW_HEIGHT) / ROW_HEIGHT) - 1);
    const next = keyTarget(event.key, at ?? -1, total - 1, page);
    if (next === undefined) return;
    event.preventDefault();
    virtual.scrollToIndex(next);
    setAt(next);
  };
  if (total === 0)
    return <EmptyState title="No event like that" text="None of the events has this outcome." />;
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label="Events"
      aria-activedescendant={items.some(({ index }) => index === at) ? `${id}${at}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.tall} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus
            <div
              key={index}
              id={`${id}${index}`}
              role="option"
              aria-selected={row !== undefined && row.number === chosen}
              aria-posinset={index + 1}
              aria-setsize={total}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => setAt(index)}
            >
              {row ? <Row row={row} /> : <span className={styles.about}>Reading…</span>}
            </div>
          );
        })}
      </div>
    </div>
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
