// How many dataflows by status, and how many runs this computer keeps of them.
import type { Overview } from '../../api/bindings/Overview';
import { Card } from '../../kit/Card';
import { StatusBadge } from '../../kit/StatusBadge';
import { formatCount, plural } from '../../lib/number';
import { shortDate } from '../../lib/time';
import styles from './OverviewScreen.module.css';

export function StatusesCard({ overview, now }: { overview: Overview | undefined; now: number }) {
  return (
    <Card title="Dataflows by status">
      <ul className={styles.statuses}>
        {overview?.statuses.map(({ kind, label, count }) => (
          <li key={kind} className={styles.status}>
            <StatusBadge status={kind} label={label} />
            <strong>{formatCount(count)}</strong>
          </li>
        ))}
      </ul>
      {overview && overview.keptRuns > 0 && (
        <p className={styles.kept}>
          {plural(overview.keptRuns, 'run', 'runs')} kept on this computer since{' '}
          {shortDate(overview.keptSince, now)}, also when Adobe no longer returns them.
        </p>
      )}
    </Card>
  );
}
