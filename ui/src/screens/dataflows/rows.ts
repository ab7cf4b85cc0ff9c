// Which rows the list shows, and in which order. Pure: 10,000 rows go through it while somebody types, so whatever
// of a row is compared is made once and kept as long as the row is the same.
import type { FlowRow } from '../../api/bindings/FlowRow';
import type { FlowStatus } from '../../api/bindings/FlowStatus';
import { isProblem, STATUS_LOOK } from '../../lib/status';
import { stateWord } from '../../lib/terms';
import { keeps } from './filters';
import type { Filters, SortKey } from './listSearch';
import { sortable } from './sortable';

export interface Wish {
  q: string;
  problems: boolean;
  sort: SortKey;
  /** Z to A, newest last and so on; each column's own natural direction is "up". */
  down: boolean;
  filters: Filters;
}

export interface ListedFlow {
  row: FlowRow;
  /** With the numbers of the latest run, once they are known. */
  status: FlowStatus;
  /** The status was judged with numbers, or needs none; else by how the last run ended alone. */
  judged: boolean;
}

/** A status that was judged with numbers, and the row as it was then. */
export interface KnownStatus {
  status: FlowStatus;
  run: string;
  /** By this computer's clock. */
  readAt: number;
}

/** What a status is about: a row whose state or last run is another one is not judged yet. */
export function runKey({ state, lastRun }: FlowRow): string {
  return `${state.kind} ${lastRun?.state} ${lastRun?.startedAt} ${lastRun?.completedAt}`;
}

/** These say all there is to say without numbers. */
const NEEDS_NO_NUMBERS: ReadonlySet<FlowStatus['kind']> = new Set([
  'failing',
  'waiting_for_first_run',
  'no_events_yet',
  'off',
  'draft',
  'changing',
]);

const asListed = new WeakMap<FlowRow, ListedFlow>();

/** The status of a row is the freshest one known: that of its last 24 hours where those have been read. */
export function withStatus(rows: readonly FlowRow[], known: ReadonlyMap<string, KnownStatus>): ListedFlow[] {
  return rows.map((row) => {
    const found = known.get(row.id);
    const fresh = found && found.run === runKey(row) ? found.status : undefined;
    const before = asListed.get(row);
    if (before && before.status === (fresh ?? row.status)) return before;
    const status = fresh ?? row.status;
    const flow = { row, status, judged: fresh !== undefined || NEEDS_NO_NUMBERS.has(status.kind) };
    asListed.set(row, flow);
    // Rows come in parts: made now, none of it is left for the first letter that is typed.
    textOf(row);
    nameOf(flow);
    return flow;
  });
}

export function countProblems(flows: readonly ListedFlow[]): number {
  return flows.reduce((sum, { status }) => (isProblem(status.kind) ? sum + 1 : sum), 0);
}

export function countJudged(flows: readonly ListedFlow[]): number {
  return flows.reduce((sum, { judged }) => (judged ? sum + 1 : sum), 0);
}

/** Which rows show, in the order in which they come. */
export function kept(flows: readonly ListedFlow[], wish: Wish, now: number): ListedFlow[] {
  const words = wish.q.toLowerCase().split(/\s+/).filter(Boolean);
  const passes = keeps(wish.filters, now);
  return flows.filter(
    (flow) =>
      (!wish.problems || isProblem(flow.status.kind)) && (!passes || passes(flow)) && matches(flow, words),
  );
}

/** All rows in the order that is wished; what is typed does not change it. */
export function inOrder(
  flows: readonly ListedFlow[],
  { sort, down }: Pick<Wish, 'sort' | 'down'>,
): ListedFlow[] {
  const compare = COMPARE[sort];
  const sign = down ? -1 : 1;
  // Names, then ids, break ties, so that a refresh never shuffles equal rows.
  return [...flows].sort(
    (a, b) => sign * compare(a, b) || order(nameOf(a), nameOf(b)) || order(a.row.id, b.row.id),
  );
}

function matches({ row }: ListedFlow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = textOf(row);
  return words.every((word) => text.includes(word));
}

const texts = new WeakMap<FlowRow, string>();
const nameKeys = new WeakMap<FlowRow, string>();

function textOf(row: FlowRow): string {
  const text = texts.get(row) ?? `${row.name}\n${row.source.name}\n${row.id}`.toLowerCase();
  texts.set(row, text);
  return text;
}

function nameOf({ row }: ListedFlow): string {
  const known = nameKeys.get(row);
  if (known !== undefined) return known;
  const made = sortable(row.name);
  nameKeys.set(row, made);
  return made;
}

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
  name: (a, b) => order(nameOf(a), nameOf(b)),
  lastRun: newest(({ row }) => row.lastRun?.completedAt ?? row.lastRun?.startedAt),
  source: (a, b) => order(a.row.source.name, b.row.source.name),
  state: (a, b) => order(stateWord(a.row.state), stateWord(b.row.state)),
  updated: newest(({ row }) => row.updatedAt),
};
