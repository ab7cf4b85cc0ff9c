// What stands in each cell. With folded columns a cell carries a second line: source under the name, the run's
// times under its age, failed under ingested.
import type { ComponentType } from 'react';
import type { FlowDay } from '../../api/bindings/FlowDay';
import { daySentence, MiniChart } from '../../kit/MiniChart';
import { StatusBadge } from '../../kit/StatusBadge';
import { Time } from '../../kit/Time';
import { countOrDash, formatCount } from '../../lib/number';
import { stateWord, whoWord } from '../../lib/terms';
import { clockTime, isKnownTime, shortDate, timeAgo } from '../../lib/time';
import type { ColumnId, Layout } from './columns';
import styles from './FlowGrid.module.css';
import type { ListedFlow } from './rows';

interface CellProps {
  flow: ListedFlow;
  /** Absent until it has been read. */
  day: FlowDay | undefined;
  layout: Layout;
  now: number;
}

function StatusCell({ flow }: CellProps) {
  return <StatusBadge status={flow.status.kind} label={flow.status.label} />;
}

function NameCell({ flow: { row }, layout }: CellProps) {
  return (
    <>
      <span className={styles.name} title={row.name}>
        {row.name}
      </span>
      {layout.twoLines && <span className={styles.second}>{row.source.name}</span>}
    </>
  );
}

function LastRunCell({ flow: { row }, layout, now }: CellProps) {
  const run = row.lastRun;
  const at = run?.completedAt ?? run?.startedAt;
  const running = run?.state === 'in_progress';
  return (
    <>
      <Time at={at}>{running ? 'running' : timeAgo(at, now)}</Time>
      {layout.twoLines && run && (
        <span className={styles.second}>{runTimes(run.startedAt, run.completedAt)}</span>
      )}
    </>
  );
}

function runTimes(start: number | undefined, end: number | undefined): string {
  if (!isKnownTime(end)) return isKnownTime(start) ? `since ${clockTime(start)}` : '';
  return isKnownTime(start) ? `${clockTime(start)} – ${clockTime(end)}` : clockTime(end);
}

function DayCell({ day, layout }: CellProps) {
  if (!day) return <span className={styles.later} />;
  return <MiniChart hours={day.hours} width={layout.chartWidth} height={32} label={daySentence(day.hours)} />;
}

function IngestedCell({ day, layout }: CellProps) {
  return (
    <>
      <span data-none={day?.total.ingested === undefined || undefined}>
        {countOrDash(day?.total.ingested)}
      </span>
      {layout.twoLines && day?.total.failed !== undefined && (
        <span className={styles.second} data-failed={failedTone(day)}>
          {formatCount(day.total.failed)} failed
        </span>
      )}
    </>
  );
}

function FailedCell({ day }: CellProps) {
  return (
    <span className={styles.failed} data-failed={failedTone(day)}>
      {countOrDash(day?.total.failed)}
    </span>
  );
}

/** A number is coloured only when it is a failure above 0: "some" of the latest hours, or "all" of them. */
function failedTone(day: FlowDay | undefined): 'some' | 'all' | undefined {
  if (!day?.total.failed) return undefined;
  return day.status.kind === 'failing' ? 'all' : 'some';
}

function SourceCell({ flow: { row } }: CellProps) {
  return (
    <span className={styles.quiet} title={row.source.name}>
      {row.source.name}
    </span>
  );
}

function StateCell({ flow: { row } }: CellProps) {
  // The word of an unknown state is Adobe's and may be long: it shows in full on hover and in the properties.
  const { state } = row;
  return <span title={stateWord(state)}>{state.kind === 'unknown' ? 'Unknown' : stateWord(state)}</span>;
}

function UpdatedCell({ flow: { row }, now }: CellProps) {
  return (
    <>
      <Time at={row.updatedAt}>{shortDate(row.updatedAt, now)}</Time>
      {row.updatedBy && (
        <span className={styles.second} title={row.updatedBy}>
          {whoWord(row.updatedBy)}
        </span>
      )}
    </>
  );
}

export const CELLS: Record<ColumnId, ComponentType<CellProps>> = {
  status: StatusCell,
  name: NameCell,
  lastRun: LastRunCell,
  day: DayCell,
  ingested: IngestedCell,
  failed: FailedCell,
  source: SourceCell,
  state: StateCell,
  updated: UpdatedCell,
};
