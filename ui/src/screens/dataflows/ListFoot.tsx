// How many of how many, what the colours of the small charts mean, and when it was read.
import type { KnownFlows } from '../../api/flowList';
import { Time } from '../../kit/Time';
import { formatCount } from '../../lib/number';
import { clockTime } from '../../lib/time';
import styles from './ListFoot.module.css';

export function ListFoot({ shown, list }: { shown: number; list: KnownFlows | undefined }) {
  if (!list) return null;
  const all = list.total ?? list.rows.length;
  return (
    <footer className={styles.foot}>
      <span>
        {shown === all ? '' : `${formatCount(shown)} of `}
        {formatCount(all)} {all === 1 ? 'dataflow' : 'dataflows'}
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
