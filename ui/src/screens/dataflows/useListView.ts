// How the list is looked at: search, filter and sort live in the address; the last ones used are kept in the
// settings, so that they survive a restart.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { useWrite } from '../../api/mutations';
import { useAppState } from '../../api/session';
import { type ListSearch, parseListSearch } from './listSearch';
import type { Wish } from './rows';

const VIEW = 'dataflows';
const REST_MS = 500;

export function useListView() {
  const search = useSearch({ from: '/dataflows' });
  const { settings } = useAppState();
  const { mutate: saveSettings } = useWrite('save_settings');
  const navigate = useNavigate();

  const kept = keptView(settings.views[VIEW]);
  const wish: Wish = {
    q: search.q ?? '',
    problems: search.problems ?? false,
    sort: search.sort ?? kept.sort ?? 'updated',
    down: search.sort ? (search.down ?? false) : (kept.down ?? false),
  };

  const go = useCallback(
    (change: Partial<Record<keyof ListSearch, ListSearch[keyof ListSearch] | undefined>>) =>
      navigate({
        to: '/dataflows',
        search: (now) => parseListSearch({ ...now, ...change }),
        replace: true,
      }),
    [navigate],
  );

  const select = useCallback((flow: string | undefined) => void go({ flow }), [go]);

  // The address that a start, or the rail, leads to says nothing about the view: then it is the last one used.
  const atFirst = useRef({ search, kept });
  useEffect(() => {
    const { search: asked, kept: last } = atFirst.current;
    const silent = asked.q === undefined && asked.problems === undefined && asked.sort === undefined;
    if (silent && (last.q || last.problems)) void go({ q: last.q, problems: last.problems });
  }, [go]);

  const keep = useKept((view: ListSearch) =>
    saveSettings({ ...settings, views: { ...settings.views, [VIEW]: view } }),
  );
  const change = (to: Partial<Wish>) => {
    const { q, problems, sort, down } = { ...wish, ...to };
    const view = parseListSearch({ q, problems, sort, down });
    void go({ q: view.q, problems: view.problems, ...(to.sort && { sort, down: view.down }) });
    keep(view);
  };
  const sortBy = (sort: Wish['sort']) => {
    change({ sort, down: sort === wish.sort ? !wish.down : false });
  };

  return {
    wish,
    selectedId: search.flow,
    sortBy,
    searchFor: (q: string) => change({ q }),
    onlyProblems: (on: boolean) => change({ problems: on }),
    select,
    clear: () => change({ q: '', problems: false }),
  };
}

/** Keeps the last of many changes, once they rest: a search is not written down letter by letter. */
function useKept(save: (view: ListSearch) => void): (view: ListSearch) => void {
  const latest = useRef(save);
  const waiting = useRef<{ timer: number; view: ListSearch }>(undefined);
  useEffect(() => {
    latest.current = save;
  });
  const flush = useCallback(() => {
    if (!waiting.current) return;
    window.clearTimeout(waiting.current.timer);
    const { view } = waiting.current;
    waiting.current = undefined;
    latest.current(view);
  }, []);
  useEffect(() => flush, [flush]);
  return (view) => {
    window.clearTimeout(waiting.current?.timer);
    waiting.current = { timer: window.setTimeout(flush, REST_MS), view };
  };
}

function keptView(value: unknown): ListSearch {
  return typeof value === 'object' && value !== null ? parseListSearch({ ...value }) : {};
}
