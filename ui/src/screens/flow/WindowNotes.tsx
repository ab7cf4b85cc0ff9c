// What has to be known about the numbers of a window: not all runs are in them, or a clock is wrong.
import type { FlowRuns } from '../../api/bindings/FlowRuns';
import { formatCount, plural } from '../../lib/number';
import styles from './WindowNotes.module.css';

export function WindowNotes({ runs }: { runs: FlowRuns }) {
  const { read, total, ahead } = runs;
  return (
    <>
      {total !== undefined && (
        <p className={styles.note}>
          The newest {formatCount(read)} of {formatCount(total)} runs are in these numbers. Choose fewer days
          to see all of them.
        </p>
      )}
      {ahead > 0 && (
        <p className={styles.note}>
          {plural(ahead, 'run begins', 'runs begin')} later than now: the clock of this computer may be wrong.
        </p>
      )}
    </>
  );
}
