// What the address says about the list: search, filter, sort and the selected row. Part of the address, so that
// Back works and a test can go straight to a state.

export const SORT_KEYS = ['status', 'name', 'lastRun', 'source', 'state', 'updated'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface ListSearch {
  /** Words to search for. */
  q?: string;
  problems?: true;
  sort?: SortKey;
  down?: true;
  /** Id of the selected dataflow. */
  flow?: string;
}

function isSortKey(value: unknown): value is SortKey {
  return SORT_KEYS.some((key) => key === value);
}

/** Whatever was typed into the address becomes a search that the list understands. */
export function parseListSearch(raw: Record<string, unknown>): ListSearch {
  const search: ListSearch = {};
  if (typeof raw.q === 'string' && raw.q !== '') search.q = raw.q;
  // A search for digits arrives as a number.
  if (typeof raw.q === 'number') search.q = String(raw.q);
  if (raw.problems === true) search.problems = true;
  if (isSortKey(raw.sort)) search.sort = raw.sort;
  if (raw.down === true) search.down = true;
  if (typeof raw.flow === 'string' && raw.flow !== '') search.flow = raw.flow;
  return search;
}
