// What has to be known about the numbers of a window: not all runs are in them, some are known to this computer alone,
// or a clock is wrong.
import type { FlowRuns } from '../../api/bindings/FlowRuns';
import { formatCount, plural } from '../../lib/number';
import { CallProblem } from '../parts/CallProblem';
import styles from './WindowNotes.module.css';

interface WindowNotesProps {
  runs: FlowRuns;
  onRetry: () => void;
}

export function WindowNotes({ runs, onRetry }: WindowNotesProps) {
  const { read, total, ahead, onlyHere, problem, historyProblem } = runs;
  return (
    <>
      {problem && <CallProblem look="strip" error={problem} onRetry={onRetry} />}
      {historyProblem && <CallProblem look="strip" tone="notice" error={historyProblem} onRetry={onRetry} />}
      {problem && (
        <p className={styles.note}>
          {plural(read, 'run', 'runs')} that this computer kept {read === 1 ? 'is' : 'are'} shown. Adobe may
          know more.
        </p>
      )}
      {onlyHere > 0 && (
        <p className={styles.note}>
          {formatCount(onlyHere)} of {plural(read, 'run', 'runs')} {onlyHere === 1 ? 'is' : 'are'} kept on
          this computer only: Adobe does not return {onlyHere === 1 ? 'it' : 'them'} any more.
        </p>
      )}
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
