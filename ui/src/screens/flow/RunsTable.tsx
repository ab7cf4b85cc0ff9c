// The runs of the window, newest first: a line per run, with what went wrong below it. Each opens its own page.

import { Picker, PickerItem } from '@react-spectrum/s2';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import type { FlowRuns } from '../../api/bindings/FlowRuns';
import type { KnownRun } from '../../api/bindings/KnownRun';
import { useNow } from '../../api/clock';
import { EmptyState } from '../../kit/EmptyState';
import { Spinner } from '../../kit/Spinner';
import { StatusBadge } from '../../kit/StatusBadge';
import { Time } from '../../kit/Time';
import { countOrNotReported, formatCount, plural } from '../../lib/number';
import { longDate } from '../../lib/time';
import { CallProblem } from '../parts/CallProblem';
import styles from './RunsTable.module.css';
import { RUN_FILTERS, type RunFilter, runStatus, runsOfFilter, tookWords, unaccounted } from './runView';
import { useFlowRuns } from './useFlowRuns';
import { WindowNotes } from './WindowNotes';
import { WindowSwitch } from './WindowSwitch';

export function RunsTable({ flow }: { flow: FlowDetail }) {
  const now = useNow(60_000);
  const runs = useFlowRuns();
  const [filter, setFilter] = useState<RunFilter>('all');
  return (
    <div className={styles.runs}>
      <div className={styles.tools}>
        <Picker
          label="Status"
          labelPosition="side"
          selectedKey={filter}
          onSelectionChange={(key) => setFilter(RUN_FILTERS.find(({ id }) => id === key)?.id ?? 'all')}
        >
          {RUN_FILTERS.map(({ id, label }) => (
            <PickerItem key={id} id={id}>
              {label}
            </PickerItem>
          ))}
        </Picker>
        {runs.isFetching && <Spinner size={14} />}
        <WindowSwitch now={now} />
      </div>
      <div className={styles.trouble}>
        {runs.error && (
          <CallProblem look={runs.data ? 'strip' : 'panel'} error={runs.error} onRetry={runs.again} />
        )}
        {runs.data && <WindowNotes runs={runs.data} onRetry={runs.again} />}
      </div>
      {runs.data ? (
        <Rows flow={flow} runs={runs.data} words={runs.words} filter={filter} now={now} />
      ) : (
        !runs.error && (
          <p className={styles.reading} role="status">
            <Spinner size={16} /> Reading the runs…
          </p>
        )
      )}
    </div>
  );
}

interface RowsProps {
  flow: FlowDetail;
  runs: FlowRuns;
  words: string;
  filter: RunFilter;
  now: number;
}

function Rows({ flow, runs, words, filter, now }: RowsProps) {
  const shown = useMemo(() => runsOfFilter(runs.runs, filter), [runs.runs, filter]);
  if (runs.read === 0 && !flow.row.lastRun) {
    return (
      <EmptyState
        title="No run yet"
        text="Experience Platform collects events for a while before a run. The first one usually shows one to two hours after the first event."
      />
    );
  }
  if (runs.read === 0) {
    return <EmptyState title="No run in this time" text="Choose other days to see the runs before." />;
  }
  if (shown.length === 0) {
    return <EmptyState title="No run like that" text="None of the runs in this time has this status." />;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it
    <section className={styles.scroll} tabIndex={0} aria-label="Runs">
      <table className={styles.table}>
        <caption className={styles.caption}>{captionOf(shown.length, runs, words, filter)}</caption>
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
          {shown.map((run) => (
            <RunRow key={run.id} flowId={flow.row.id} run={run} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function captionOf(shown: number, { runs, read }: FlowRuns, words: string, filter: RunFilter): string {
  const all = plural(read, 'run', 'runs');
  if (filter !== 'all') return `${formatCount(shown)} of ${all}, ${words}, newest first`;
  return runs.length < read
    ? `The first ${formatCount(runs.length)} of ${all}, ${words}, newest first`
    : `${all}, ${words}, newest first`;
}

function RunRow({ flowId, run, now }: { flowId: string; run: KnownRun; now: number }) {
  const { status, label } = runStatus(run);
  const { received, ingested, failed } = run.counts;
  const rest = unaccounted(run.counts);
  const details = run.errors.length > 0 || rest !== undefined;
  return (
    <>
      <tr data-details={details || undefined}>
        <th scope="row">
          <RunName flowId={flowId} run={run} now={now} />
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
        <td className={styles.number}>{tookWords(run)}</td>
      </tr>
      {details && (
        <tr className={styles.details}>
          <td colSpan={6}>
            <ul>
              {rest !== undefined && (
                <li>{formatCount(rest)} unaccounted for: neither ingested nor reported as failed.</li>
              )}
              {run.errors.map(({ code, message, count }) => (
                <li key={`${code} ${message}`}>
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

/** The hour of a run. Its page is Adobe's to fill, so one that is known only here has none. */
function RunName({ flowId, run, now }: { flowId: string; run: KnownRun; now: number }) {
  const hour = <Time at={run.startedAt}>{longDate(run.startedAt, now)}</Time>;
  if (run.onlyHere) {
    return (
      <>
        {hour}
        <span className={styles.only}>on this computer only</span>
      </>
    );
  }
  return (
    <Link to="/dataflows/$flowId/runs/$runId" params={{ flowId, runId: run.id }} className={styles.open}>
      {hour}
    </Link>
  );
}
