// How the list is looked at: search, filters, sort and columns live in the address; the last ones used are kept in
// the settings, so that they survive a restart.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { beforeClosing } from '../../api/closing';
import { useWrite } from '../../api/mutations';
import { useAppState } from '../../api/session';
import type { ColumnId } from './columns';
import type { Chip } from './filters';
import { type Filters, type ListSearch, parseListSearch, type SortKey } from './listSearch';
import type { Wish } from './rows';

const VIEW = 'dataflows';
const REST_MS = 500;
const LETTER_MS = 150;
const ALL_COLUMNS: readonly ColumnId[] = [];

type Change = Partial<Record<keyof ListSearch, ListSearch[keyof ListSearch] | undefined>>;

export function useListView() {
  const search = useSearch({ from: '/dataflows' });
  const { settings } = useAppState();
  const { mutateAsync: saveSettings } = useWrite('save_settings');
  const navigate = useNavigate();
  const keep = useKept((view: ListSearch) =>
    saveSettings({ ...settings, views: { ...settings.views, [VIEW]: view } }),
  );

  // The address that a start, or the rail, leads to says nothing about the view: then it is the last one used.
  const last = useRef(keptView(settings.views[VIEW]));
  const settled = useRef(false);
  const { flow, ...asked } = search;
  const silent = !settled.current && Object.keys(asked).length === 0;
  const view = silent ? last.current : search;
  const { typed, type } = useTyped(search.q ?? '', (q) => change({ q }));
  const wish = useWish(typed === undefined ? view : { ...view, q: typed });

  const go = useCallback(
    (change: Change) =>
      navigate({
        to: '/dataflows',
        search: (now) => parseListSearch({ ...now, ...change }),
        replace: true,
      }),
    [navigate],
  );
  useEffect(() => {
    if (silent && Object.keys(last.current).length > 0) void go({ ...last.current });
    settled.current = true;
  }, [silent, go]);

  const nextView = (to: Change) => {
    const { flow: _, ...next } = parseListSearch({ ...view, ...to });
    return next;
  };
  const change = (to: Change) => {
    const next = nextView(to);
    void go({ ...to, ...next });
    keep(next);
  };
  return {
    wish,
    hidden: view.hide ?? ALL_COLUMNS,
    selectedId: flow,
    sortBy: (sort: SortKey) => change({ sort, down: sort === wish.sort && !wish.down ? true : undefined }),
    searchFor: (q: string) => {
      type(q);
      keep(nextView({ q }));
    },
    onlyProblems: (on: boolean) => change({ problems: on || undefined }),
    filter: (filters: { [K in keyof Filters]?: Filters[K] | undefined }) => change(filters),
    hide: (hide: ColumnId[]) => change({ hide }),
    remove: (chip: Chip) => change(chip.without),
    select: useCallback((id: string | undefined) => void go({ flow: id }), [go]),
    clear: () => {
      type(undefined);
      change(NOTHING_FILTERED);
    },
  };
}

export type ListView = ReturnType<typeof useListView>;

const NOTHING_FILTERED: Change = {
  q: undefined,
  problems: undefined,
  status: undefined,
  state: undefined,
  source: undefined,
  by: undefined,
  ran: undefined,
  updated: undefined,
  created: undefined,
};

/**
 * What is being typed, until the address says it: the address follows once the letters rest, since writing it costs
 * the browser more than the search does.
 */
function useTyped(said: string, say: (q: string) => void) {
  const [typed, setTyped] = useState<string>();
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  });
  useEffect(() => {
    if (typed === undefined) return;
    if (typed === said) {
      setTyped(undefined);
      return;
    }
    const timer = window.setTimeout(() => latest.current(typed), LETTER_MS);
    return () => window.clearTimeout(timer);
  }, [typed, said]);
  return { typed, type: setTyped };
}

/** The same wish while the address asks for the same. */
function useWish(view: ListSearch): Wish {
  const { q = '', problems = false, sort = 'updated', down = false, hide: _h, flow: _f, ...filters } = view;
  const said = JSON.stringify([q, problems, sort, down, filters]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said holds all of them
  return useMemo(() => ({ q, problems, sort, down, filters }), [said]);
}

/** Keeps the last of many changes, once they rest: a search is not written down letter by letter. */
function useKept(save: (view: ListSearch) => Promise<unknown>): (view: ListSearch) => void {
  const latest = useRef(save);
  const waiting = useRef<{ timer: number; view: ListSearch }>(undefined);
  useEffect(() => {
    latest.current = save;
  });
  const flush = useCallback(async () => {
    if (!waiting.current) return;
    window.clearTimeout(waiting.current.timer);
    const { view } = waiting.current;
    waiting.current = undefined;
    // A view that cannot be kept is worth no words: the next one will be.
    await latest.current(view).catch(() => undefined);
  }, []);
  useEffect(() => () => void flush(), [flush]);
  useEffect(() => beforeClosing(flush), [flush]);
  return (view) => {
    window.clearTimeout(waiting.current?.timer);
    waiting.current = { timer: window.setTimeout(flush, REST_MS), view };
  };
}

function keptView(value: unknown): ListSearch {
  if (typeof value !== 'object' || value === null) return {};
  const { flow: _, ...view } = parseListSearch({ ...value });
  return view;
}
