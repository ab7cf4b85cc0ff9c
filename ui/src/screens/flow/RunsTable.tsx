// The runs of the last seven days, newest first: a line per hour, with what went wrong below it.

import type { FlowDetail } from '../../api/bindings/FlowDetail';
import type { Run } from '../../api/bindings/Run';
import { useNow } from '../../api/clock';
import { EmptyState } from '../../kit/EmptyState';
import { StatusBadge } from '../../kit/StatusBadge';
import { Time } from '../../kit/Time';
import { countOrNotReported, formatCount, NOTHING, plural } from '../../lib/number';
import { formatDuration, longDate } from '../../lib/time';
import { CallProblem } from '../parts/CallProblem';
import styles from './RunsTable.module.css';
import { runStatus, unaccounted } from './runView';

export function RunsTable({ flow, onRetry }: { flow: FlowDetail; onRetry: () => void }) {
  const now = useNow(60_000);
  if (flow.runsProblem) {
    return (
      <div className={styles.place}>
        <CallProblem error={flow.runsProblem} onRetry={onRetry} />
      </div>
    );
  }
  if (flow.runs.length === 0) {
    return (
      <EmptyState
        title="No run yet"
        text="Experience Platform collects events for a while before a run. The first one usually shows one to two hours after the first event."
      />
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it
    <section className={styles.scroll} tabIndex={0} aria-label="Runs">
      <table className={styles.table}>
        <caption className={styles.caption}>
          {plural(flow.runs.length, 'run', 'runs')} in the last seven days, newest first
        </caption>
        <thead>
          <tr>
            <th scope="col">Hour</th>
            <th scope="col">Status</th>
            <th scope="col" className={styles.number}>
              Received
            </th>
            <th scope="col" className={styles.number}>
              Ingested
            </th>
            <th scope="col" className={styles.number}>
              Failed
            </th>
            <th scope="col" className={styles.number}>
              Took
            </th>
          </tr>
        </thead>
        <tbody>
          {flow.runs.map((run) => (
            <RunRow key={run.id} run={run} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RunRow({ run, now }: { run: Run; now: number }) {
  const { status, label } = runStatus(run);
  const { received, ingested, failed } = run.counts;
  const rest = unaccounted(run.counts);
  const details = run.errors.length > 0 || rest !== undefined;
  return (
    <>
      <tr data-details={details || undefined}>
        <th scope="row">
          <Time at={run.startedAt}>{longDate(run.startedAt, now)}</Time>
        </th>
        <td>
          <span className={styles.status}>
            <StatusBadge status={status} label={label} />
          </span>
        </td>
        <td className={styles.number}>{countOrNotReported(received)}</td>
        <td className={styles.number}>{countOrNotReported(ingested)}</td>
        <td
          className={styles.number}
          data-failed={(failed ?? 0) > 0 ? (failed === received ? 'all' : 'some') : undefined}
        >
          {countOrNotReported(failed)}
        </td>
        <td className={styles.number}>{took(run)}</td>
      </tr>
      {details && (
        <tr className={styles.details}>
          <td colSpan={6}>
            <ul>
              {rest !== undefined && (
                <li>{formatCount(rest)} unaccounted for: neither ingested nor reported as failed.</li>
              )}
              {run.errors.map(({ code, message, count }) => (
                <li key={code}>
                  <code className={styles.code}>{code}</code> {message}
                  {count !== undefined && ` (${plural(count, 'event', 'events')})`}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

function took({ startedAt, completedAt }: Run): string {
  if (startedAt === undefined || completedAt === undefined || completedAt < startedAt) return NOTHING;
  return formatDuration(completedAt - startedAt);
}
