// How many of how many, what the colours of the small charts mean, and when it was read.
import type { KnownFlows } from '../../api/flowList';
import { Time } from '../../kit/Time';
import { formatCount, plural } from '../../lib/number';
import { clockTime } from '../../lib/time';
import styles from './ListFoot.module.css';

interface ListFootProps {
  shown: number;
  selected: number;
  list: KnownFlows | undefined;
}

export function ListFoot({ shown, selected, list }: ListFootProps) {
  if (!list) return null;
  const all = Math.max(list.total ?? 0, list.rows.length);
  return (
    <footer className={styles.foot}>
      <span>
        {selected > 0
          ? `${formatCount(selected)} of ${formatCount(all)} selected`
          : `${shown === all ? '' : `${formatCount(shown)} of `}${plural(all, 'dataflow', 'dataflows')}`}
      </span>
      <span className={styles.end}>
        <span className={styles.key} data-series="ingested">
          Ingested
        </span>
        <span className={styles.key} data-series="failed">
          Failed, below the line
        </span>
        <span>
          Read at <Time at={list.readAt}>{clockTime(list.readAt)}</Time>
        </span>
      </span>
    </footer>
  );
}
