// What the address says about the list: search, filters, sort, columns and the dataflow whose properties show. Part
// of the address, so that Back works and a test can go straight to a state.
import { STATUS_LOOK, type StatusName } from '../../lib/status';
import { parseWhen, type When } from '../../lib/when';
import { type ColumnId, HIDEABLE } from './columns';

export const SORT_KEYS = ['status', 'name', 'lastRun', 'source', 'state', 'updated'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const STATES = ['on', 'off', 'draft', 'changing', 'unknown'] as const;
export type StateName = (typeof STATES)[number];

/** What keeps a row in the list beside search and "Only problems". */
export interface Filters {
  status?: StatusName[];
  state?: StateName[];
  source?: string[];
  /** Who made it. */
  by?: string[];
  ran?: When;
  updated?: When;
  created?: When;
}

export interface ListSearch extends Filters {
  /** Words to search for. */
  q?: string;
  problems?: true;
  sort?: SortKey;
  down?: true;
  /** Columns that are not wanted. */
  hide?: ColumnId[];
  /** Id of the dataflow whose properties show. */
  flow?: string;
}

const STATUSES = Object.keys(STATUS_LOOK).filter((name): name is StatusName => name in STATUS_LOOK);

/** Whatever was typed into the address becomes a search that the list understands. */
export function parseListSearch(raw: Record<string, unknown>): ListSearch {
  const search: ListSearch = {};
  if (typeof raw.q === 'string' && raw.q !== '') search.q = raw.q;
  // A search for digits arrives as a number.
  if (typeof raw.q === 'number') search.q = String(raw.q);
  if (raw.problems === true) search.problems = true;
  const sort = SORT_KEYS.find((key) => key === raw.sort);
  if (sort) search.sort = sort;
  if (raw.down === true) search.down = true;
  if (typeof raw.flow === 'string' && raw.flow !== '') search.flow = raw.flow;
  const hide = HIDEABLE.filter((id) => names(raw.hide).includes(id));
  if (hide.length > 0) search.hide = hide;
  return { ...search, ...parseFilters(raw) };
}

function parseFilters(raw: Record<string, unknown>): Filters {
  const filters: Filters = {};
  const status = STATUSES.filter((name) => names(raw.status).includes(name));
  if (status.length > 0) filters.status = status;
  const state = STATES.filter((name) => names(raw.state).includes(name));
  if (state.length > 0) filters.state = state;
  if (names(raw.source).length > 0) filters.source = names(raw.source);
  if (names(raw.by).length > 0) filters.by = names(raw.by);
  for (const date of DATES) {
    const when = parseWhen(raw[date]);
    if (when) filters[date] = when;
  }
  return filters;
}

export const DATES = ['ran', 'updated', 'created'] as const;

/** The texts of a list, each once; nothing for anything else. */
function names(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((name): name is string => typeof name === 'string' && name !== ''))];
}
