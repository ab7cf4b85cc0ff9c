// Who needs attention, worst first; every row leads to the dataflow.
import { Link } from '@tanstack/react-router';
import type { Overview } from '../../api/bindings/Overview';
import { Card } from '../../kit/Card';
import { StatusBadge } from '../../kit/StatusBadge';
import { countOrDash, formatCount } from '../../lib/number';
import { LaterRows } from './LaterRows';
import styles from './OverviewScreen.module.css';
import { WINDOW_WORDS } from './windows';

const SHOWN = 5;

export function AttentionCard({ overview }: { overview: Overview | undefined }) {
  const rows = overview?.attention.slice(0, SHOWN) ?? [];
  const more = overview && overview.troubled > rows.length;
  return (
    <Card
      title="Needs attention first"
      aside={
        more && (
          <Link to="/dataflows" search={{ problems: true }} className={styles.all}>
            Show all {formatCount(overview.troubled)}
          </Link>
        )
      }
    >
      {!overview && <LaterRows words="Reading the dataflows…" />}
      <ul className={styles.rows}>
        {rows.map(({ flowId, name, status, failed }) => (
          <li key={flowId}>
            <Link to="/dataflows/$flowId" params={{ flowId }} className={styles.row}>
              <span className={styles.words}>
                <span className={styles.line}>
                  <span className={styles.name} title={name}>
                    {name}
                  </span>
                  <StatusBadge status={status.kind} label={status.label} />
                </span>
                <span className={styles.second}>{status.sentence}</span>
              </span>
              <span className={styles.count}>
                <strong>{countOrDash(failed)}</strong>
                <span className={styles.second}>
                  failed, {WINDOW_WORDS[overview?.window ?? 'week'].short}
                </span>
              </span>
              <span aria-hidden="true" className={styles.chevron}>
                ›
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {overview?.complete && rows.length === 0 && (
        <p className={styles.nothing}>No dataflow needs attention.</p>
      )}
    </Card>
  );
}
