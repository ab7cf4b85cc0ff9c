// How the list is looked at: search, filter and sort live in the address; the last ones used are kept in the
// settings, so that they survive a restart.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useWrite } from '../../api/mutations';
import { useAppState } from '../../api/session';
import { type ListSearch, parseListSearch } from './listSearch';
import type { Wish } from './rows';

const VIEW = 'dataflows';

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

  const sortBy = (sort: Wish['sort']) => {
    const down = sort === wish.sort ? !wish.down : false;
    void go({ sort, down: down || undefined });
    saveSettings({ ...settings, views: { ...settings.views, [VIEW]: { sort, ...(down ? { down } : {}) } } });
  };

  return {
    wish,
    selectedId: search.flow,
    sortBy,
    searchFor: (q: string) => void go({ q: q || undefined }),
    onlyProblems: (on: boolean) => void go({ problems: on || undefined }),
    select,
    clear: () => void go({ q: undefined, problems: undefined }),
  };
}

function keptView(value: unknown): Pick<ListSearch, 'sort' | 'down'> {
  return typeof value === 'object' && value !== null ? parseListSearch({ ...value }) : {};
}
