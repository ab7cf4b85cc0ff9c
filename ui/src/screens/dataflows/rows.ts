// Which rows the list shows, and in which order. Pure: 10,000 rows go through it while somebody types.
import type { FlowRow } from '../../api/bindings/FlowRow';
import type { FlowStatus } from '../../api/bindings/FlowStatus';
import { isProblem, STATUS_LOOK } from '../../lib/status';
import { stateWord } from '../../lib/terms';
import type { SortKey } from './listSearch';

export interface Wish {
  q: string;
  problems: boolean;
  sort: SortKey;
  /** Z to A, newest last and so on; each column's own natural direction is "up". */
  down: boolean;
}

export interface ListedFlow {
  row: FlowRow;
  /** With the numbers of the latest run, once they are known. */
  status: FlowStatus;
}

/** The status of a row is the freshest one known: that of its last 24 hours where those have been read. */
export function withStatus(rows: readonly FlowRow[], known: ReadonlyMap<string, FlowStatus>): ListedFlow[] {
  return rows.map((row) => ({ row, status: known.get(row.id) ?? row.status }));
}

export function countProblems(flows: readonly ListedFlow[]): number {
  return flows.reduce((sum, { status }) => (isProblem(status.kind) ? sum + 1 : sum), 0);
}

export function arrange(flows: readonly ListedFlow[], wish: Wish): ListedFlow[] {
  const words = wish.q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const kept = flows.filter(
    (flow) => (!wish.problems || isProblem(flow.status.kind)) && matches(flow, words),
  );
  const compare = COMPARE[wish.sort];
  const sign = wish.down ? -1 : 1;
  // Names, then ids, break ties, so that a refresh never shuffles equal rows.
  return kept.sort(
    (a, b) => sign * compare(a, b) || collator.compare(a.row.name, b.row.name) || order(a.row.id, b.row.id),
  );
}

function matches({ row }: ListedFlow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = `${row.name}\n${row.source.name}\n${row.id}`.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Compare = (a: ListedFlow, b: ListedFlow) => number;

/** Newest first; what has no time comes last. */
const newest =
  (time: (flow: ListedFlow) => number | undefined): Compare =>
  (a, b) =>
    (time(b) ?? 0) - (time(a) ?? 0);

const COMPARE: Record<SortKey, Compare> = {
  status: (a, b) => STATUS_LOOK[a.status.kind].rank - STATUS_LOOK[b.status.kind].rank,
  name: (a, b) => collator.compare(a.row.name, b.row.name),
  lastRun: newest(({ row }) => row.lastRun?.completedAt ?? row.lastRun?.startedAt),
  source: (a, b) => collator.compare(a.row.source.name, b.row.source.name),
  state: (a, b) => collator.compare(stateWord(a.row.state), stateWord(b.row.state)),
  updated: newest(({ row }) => row.updatedAt),
};
