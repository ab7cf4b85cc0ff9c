// How many dataflows by status, and how many runs this computer keeps of them.
import type { Overview } from '../../api/bindings/Overview';
import { Card } from '../../kit/Card';
import { StatusBadge } from '../../kit/StatusBadge';
import { formatCount, plural } from '../../lib/number';
import { shortDate } from '../../lib/time';
import { LaterRows } from './LaterRows';
import styles from './OverviewScreen.module.css';
import { SaveRuns } from './SaveRuns';

export function StatusesCard({ overview, now }: { overview: Overview | undefined; now: number }) {
  return (
    <Card title="Dataflows by status">
      {!overview && <LaterRows words="Waiting for the dataflows…" rows={3} />}
      <ul className={styles.statuses}>
        {overview?.statuses.map(({ kind, label, count }) => (
          <li key={kind} className={styles.status}>
            <StatusBadge status={kind} label={label} />
            <strong>{formatCount(count)}</strong>
          </li>
        ))}
      </ul>
      {overview && overview.keptRuns > 0 && (
        <div className={styles.kept}>
          <p>
            {plural(overview.keptRuns, 'run', 'runs')} kept on this computer since{' '}
            {shortDate(overview.keptSince, now)}, also when Adobe no longer returns them.
          </p>
          <SaveRuns />
        </div>
      )}
    </Card>
  );
}
