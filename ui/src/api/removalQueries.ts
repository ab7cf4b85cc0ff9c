// Plans and deletions, as query options.
import { queryOptions } from '@tanstack/react-query';
import type { Deletion } from './bindings/Deletion';
import { call } from './call';
import { deletionsInterval, leftoversInterval } from './polling';
import { KEYS } from './queries';

/** Never taken from the cache: what was unused a minute ago may be in use now. */
export function deletionPlanQuery(session: string, flowIds: readonly string[]) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'plan_delete', flowIds],
    queryFn: () => call('plan_delete', { flowIds: [...flowIds] }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

/** Deletions that wait, run, stopped or have just ended. What a row's end makes stale is read again. */
export function deletionsQuery() {
  return queryOptions({
    queryKey: KEYS.deletions,
    queryFn: async ({ client }) => {
      const before = client.getQueryData<Deletion[]>(KEYS.deletions);
      const now = await call('list_deletions');
      if (before && ended(now) > ended(before)) {
        void client.invalidateQueries({
          queryKey: ['session'],
          predicate: (query) => query.queryKey[2] !== 'plan_delete',
        });
      }
      return now;
    },
    refetchInterval: (query) => deletionsInterval(query.state.data),
    staleTime: 0,
  });
}

/** How many rows have their outcome. */
function ended(deletions: readonly Deletion[]): number {
  return deletions.flatMap(({ rows }) => rows).filter(({ state }) => state === 'done').length;
}

/** What no dataflow uses: the last look, which goes on in the background. */
export function leftoversQuery(session: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'scan_leftovers'],
    queryFn: () => call('scan_leftovers', { refresh: false }),
    refetchInterval: (query) => leftoversInterval(query.state.data),
    staleTime: 0,
  });
}

/** What was deleted from here. */
export function deletedQuery(session: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'list_deleted'],
    queryFn: () => call('list_deleted'),
    staleTime: 0,
  });
}
