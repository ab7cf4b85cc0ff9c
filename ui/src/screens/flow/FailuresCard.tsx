// Why events failed in the window: a plain name, how many, since when, why, and what helps. What goes on comes first.
import { Link } from '@tanstack/react-router';
import type { Failure } from '../../api/bindings/Failure';
import { Card } from '../../kit/Card';
import { CopyTextButton } from '../../kit/CopyButton';
import { countOrNotReported, formatCount, plural } from '../../lib/number';
import { dateInSentence } from '../../lib/time';
import styles from './FailuresCard.module.css';

interface FailuresCardProps {
  flowId: string;
  failures: readonly Failure[];
  failed: number | undefined;
  now: number;
  /** They are those of one run: since when and where else says nothing. */
  ofRun?: boolean;
}

export function FailuresCard({ flowId, failures, failed, now, ofRun = false }: FailuresCardProps) {
  const most = Math.max(1, ...failures.map(({ count = 0 }) => count));
  const aside = failed === undefined || failed === 0 ? '' : plural(failed, 'event', 'events');
  return (
    <Card title="Why events failed" aside={<span className={styles.aside}>{aside}</span>}>
      {failures.length === 0 ? (
        <p className={styles.none}>
          {(failed ?? 0) > 0 ? 'Adobe gives no reason.' : 'No failure in this time.'}
        </p>
      ) : (
        <ol className={styles.list}>
          {failures.map((failure) => (
            <li key={`${failure.code} ${failure.title}`} className={styles.failure}>
              <Head failure={failure} most={most} />
              <p className={styles.words}>
                {!ofRun && <strong>{whenOf(failure, now)}</strong>} {failure.cause} {failure.nextStep}
              </p>
              <div className={styles.foot}>
                {failure.inMapping && (
                  <Link to="/dataflows/$flowId" params={{ flowId }} search={{ tab: 'mapping' }}>
                    Look at the mapping
                  </Link>
                )}
                {!ofRun && failure.lastRunOpens && (
                  <Link to="/dataflows/$flowId/runs/$runId" params={{ flowId, runId: failure.lastRunId }}>
                    Open its last run
                  </Link>
                )}
                {failure.code !== '' && <code className={styles.code}>{failure.code}</code>}
                <CopyTextButton text={supportWords(failure, flowId)} label="Copy for support" />
              </div>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function Head({ failure: { title, count }, most }: { failure: Failure; most: number }) {
  return (
    <>
      <h3 className={styles.title}>
        <span>{title}</span>
        <span>{count === undefined ? '' : formatCount(count)}</span>
      </h3>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.share} style={{ width: `${((count ?? 0) / most) * 100}%` }} />
      </div>
    </>
  );
}

function whenOf({ ongoingSince, lastAt }: Failure, now: number): string {
  if (ongoingSince !== undefined) return `Still happening, since ${dateInSentence(ongoingSince, now)}.`;
  return lastAt === undefined ? '' : `Not since ${dateInSentence(lastAt, now)}.`;
}

/** What Adobe's support needs; holds no event and no address. */
export function supportWords(failure: Failure, flowId: string): string {
  return [
    `Dataflow: ${flowId}`,
    `Last run with it: ${failure.lastRunId}`,
    `Code: ${failure.code || 'none'}`,
    `Message: ${failure.message || 'none'}`,
    `Events: ${countOrNotReported(failure.count)} in ${plural(failure.runs, 'run', 'runs')}`,
    failure.firstAt === undefined ? '' : `First: ${new Date(failure.firstAt).toISOString()}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
