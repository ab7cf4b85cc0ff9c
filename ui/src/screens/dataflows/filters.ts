// Which rows the filters keep, and how each filter is said. Pure.
import { STATUS_WORDS } from '../../lib/status';
import { stateWord, whoWord } from '../../lib/terms';
import { wasThen, whenWords } from '../../lib/when';
import { DATES, type Filters, type ListSearch, type StateName } from './listSearch';
import type { ListedFlow } from './rows';

export const DATE_WORDS: Record<(typeof DATES)[number], string> = {
  ran: 'Last run',
  updated: 'Updated',
  created: 'Created',
};

export function stateName(state: StateName): string {
  return state === 'unknown' ? 'Unknown' : stateWord({ kind: state });
}

/** A test that a row passes which the filters keep; undefined while nothing is filtered. */
export function keeps(filters: Filters, now: number): ((flow: ListedFlow) => boolean) | undefined {
  const tests: ((flow: ListedFlow) => boolean)[] = [];
  const oneOf = <T>(wanted: readonly T[] | undefined, of: (flow: ListedFlow) => T) => {
    if (!wanted) return;
    const set = new Set(wanted);
    tests.push((flow) => set.has(of(flow)));
  };
  oneOf(filters.status, ({ status }) => status.kind);
  oneOf(filters.state, ({ row }) => row.state.kind);
  oneOf(filters.source, ({ row }) => row.source.name);
  oneOf(filters.by, ({ row }) => row.createdBy);
  for (const date of DATES) {
    const when = filters[date];
    if (when) tests.push((flow) => wasThen(timeOf(flow, date), when, now));
  }
  return tests.length === 0 ? undefined : (flow) => tests.every((test) => test(flow));
}

function timeOf({ row }: ListedFlow, date: (typeof DATES)[number]): number | undefined {
  if (date === 'ran') return row.lastRun?.completedAt ?? row.lastRun?.startedAt;
  return date === 'updated' ? row.updatedAt : row.createdAt;
}

export interface Chip {
  label: string;
  /** What the address becomes without this filter. */
  without: Partial<Record<keyof ListSearch, ListSearch[keyof ListSearch] | undefined>>;
}

/** Each filter that is set, one chip each. */
export function chipsOf(filters: Filters): Chip[] {
  const chips: Chip[] = [];
  const add = (title: string, key: keyof Filters, words: string[] | undefined) => {
    if (words && words.length > 0)
      chips.push({ label: `${title}: ${listed(words)}`, without: { [key]: undefined } });
  };
  add(
    'Status',
    'status',
    filters.status?.map((name) => STATUS_WORDS[name]),
  );
  add('State', 'state', filters.state?.map(stateName));
  add('Source', 'source', filters.source);
  add('Created by', 'by', filters.by?.map(whoWord));
  for (const date of DATES) {
    const when = filters[date];
    add(DATE_WORDS[date], date, when && [whenWords(when)]);
  }
  return chips;
}

function listed(words: readonly string[]): string {
  const [first = '', ...more] = words;
  return more.length === 0 ? first : `${first} + ${more.length}`;
}

/** The values that occur, most frequent first, with how often. */
export function valuesOf(flows: readonly ListedFlow[], of: (flow: ListedFlow) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const flow of flows) counts.set(of(flow), (counts.get(of(flow)) ?? 0) + 1);
  return [...counts].filter(([value]) => value !== '').sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
