// What is read of changes: the activity, the requests of a screen, and what can be changed of a dataflow.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ActivitySearch } from './bindings/ActivitySearch';
import { call } from './call';
import { KEYS } from './queries';

const PAGE = 100;

export function activityQuery(session: string, search: ActivitySearch) {
  return infiniteQueryOptions({
    queryKey: [...KEYS.session(session), 'list_activity', search],
    queryFn: ({ pageParam }) => call('list_activity', { search, skip: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && read < last.matching ? read : undefined;
    },
  });
}

/** The requests that were made about a dataflow since the session began. */
export function flowRequestsQuery(session: string, flowId: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'list_requests', flowId],
    queryFn: () => call('list_requests', { commands: [], flowId }),
    staleTime: 0,
  });
}

/** Read when the form is opened; a form that is filled in does not change under the hands. */
export function flowSettingsQuery(session: string, flowId: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_flow_settings', flowId],
    queryFn: () => call('get_flow_settings', { flowId }),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** Read when the workbench is opened; it does not change under the hands. */
export function mappingFormQuery(session: string, flowId: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_mapping_form', flowId],
    queryFn: () => call('get_mapping_form', { flowId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** The mapping in force, or another version of it. */
export function flowMappingQuery(session: string, flowId: string, version?: number) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_flow_mapping', flowId, version ?? 'in force'],
    queryFn: () => call('get_flow_mapping', version === undefined ? { flowId } : { flowId, version }),
  });
}
