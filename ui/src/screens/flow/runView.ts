// A run as one line: its status in words and what became of its events. Pure.
import type { Counts } from '../../api/bindings/Counts';
import type { Run } from '../../api/bindings/Run';
import { formatCount, NOTHING } from '../../lib/number';
import type { StatusName } from '../../lib/status';
import { formatDuration } from '../../lib/time';

export interface RunStatus {
  status: StatusName;
  label: string;
}

/** The status table of the product, applied to one run. */
export function runStatus(run: Run): RunStatus {
  const failed = run.counts.failed ?? 0;
  switch (run.state) {
    case 'success':
      return failed > 0
        ? { status: 'healthy_with_gaps', label: 'Healthy, with gaps' }
        : { status: 'healthy', label: 'Healthy' };
    case 'partial_success':
      return { status: 'some_lost', label: 'Some events lost' };
    case 'failed':
      return { status: 'failing', label: 'Failing' };
    case 'in_progress':
      return { status: 'working', label: 'Working' };
    case 'unknown':
      return { status: 'unknown', label: `Unknown: “${run.stateAsSent}”` };
  }
}

/** Events that are neither ingested nor failed; undefined when a number is missing or nothing is unaccounted for. */
export function unaccounted({ received, ingested, failed }: Counts): number | undefined {
  if (received === undefined || ingested === undefined || failed === undefined) return undefined;
  const rest = received - ingested - failed;
  return rest > 0 ? rest : undefined;
}

/** "340 received, 12 failed", for a label that has no room for columns. */
export function countsSentence({ received, failed }: Counts): string {
  if (received === undefined) return 'numbers not reported';
  const events = `${formatCount(received)} received`;
  return failed === undefined ? events : `${events}, ${formatCount(failed)} failed`;
}

const HOUR = 3_600_000;

/** One place per hour, oldest first; an hour without a run stays empty. */
export function runsByHour(runs: readonly Run[], now: number, hours: number): { start: number; run?: Run }[] {
  const first = Math.floor(now / HOUR) * HOUR - (hours - 1) * HOUR;
  const known = new Map<number, Run>();
  for (const run of runs) {
    if (run.startedAt === undefined) continue;
    const hour = Math.floor(run.startedAt / HOUR) * HOUR;
    // Newest first: the first of an hour is the latest.
    if (!known.has(hour)) known.set(hour, run);
  }
  return Array.from({ length: hours }, (_, index) => {
    const start = first + index * HOUR;
    const run = known.get(start);
    return run ? { start, run } : { start };
  });
}

export const RUN_FILTERS = [
  { id: 'all', label: 'All' },
  { id: 'problems', label: 'Only problems' },
  { id: 'healthy', label: 'Healthy' },
  { id: 'working', label: 'Working' },
  { id: 'unknown', label: 'Unknown' },
] as const;
export type RunFilter = (typeof RUN_FILTERS)[number]['id'];

const PROBLEMS: readonly StatusName[] = ['failing', 'some_lost', 'healthy_with_gaps'];

export function runsOfFilter<T extends Run>(runs: readonly T[], filter: RunFilter): readonly T[] {
  if (filter === 'all') return runs;
  return runs.filter((run) => {
    const { status } = runStatus(run);
    return filter === 'problems' ? PROBLEMS.includes(status) : status === filter;
  });
}

/** "4 min"; a dash while it is under way, and where the times make no sense. */
export function tookWords({ startedAt, completedAt }: { startedAt?: number; completedAt?: number }): string {
  if (startedAt === undefined || completedAt === undefined || completedAt < startedAt) return NOTHING;
  return formatDuration(completedAt - startedAt);
}
