// Why events failed across dataflows, by plain name, with what to do next.
import { Link } from '@tanstack/react-router';
import type { Overview } from '../../api/bindings/Overview';
import { Card } from '../../kit/Card';
import { countOrDash, plural } from '../../lib/number';
import { LaterRows } from './LaterRows';
import styles from './OverviewScreen.module.css';
import { WINDOW_WORDS } from './windows';

const SHOWN = 5;

export function CausesCard({ overview }: { overview: Overview | undefined }) {
  const causes = overview?.causes.slice(0, SHOWN) ?? [];
  const most = Math.max(1, ...causes.map(({ events }) => events ?? 0));
  return (
    <Card
      title="Top causes"
      aside={overview && <span className={styles.note}>{WINDOW_WORDS[overview.window].long}</span>}
    >
      {!overview && <LaterRows words="Waiting for the runs…" rows={3} />}
      <ul className={styles.rows}>
        {causes.map(({ code, name, next, events, flows }) => (
          <li key={name}>
            <Link to="/error-book" search={{ code }} className={styles.cause}>
              <span className={styles.line}>
                <span className={styles.causeName}>{name}</span>
                <strong>{countOrDash(events)}</strong>
              </span>
              <span className={styles.line}>
                <span className={styles.bar} aria-hidden="true">
                  <span style={{ width: `${((events ?? 0) / most) * 100}%` }} />
                </span>
                <span className={styles.second}>{plural(flows, 'dataflow', 'dataflows')}</span>
              </span>
              <span className={styles.second}>{next}</span>
            </Link>
          </li>
        ))}
      </ul>
      {overview?.complete && causes.length === 0 && (
        <p className={styles.nothing}>No run of this time reports an error.</p>
      )}
    </Card>
  );
}
