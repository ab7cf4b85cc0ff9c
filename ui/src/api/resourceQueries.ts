// What is read of datasets, connections and mappings. They change rarely: read when looked at and after a change, not
// by the clock.
import { queryOptions } from '@tanstack/react-query';
import type { ResourceKind } from './bindings/ResourceKind';
import { call } from './call';
import { KEYS } from './queries';

export function resourcesQuery(session: string, kind: ResourceKind) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'list_resources', kind],
    queryFn: () => call('list_resources', { kind }),
  });
}

export function resourceQuery(session: string, kind: ResourceKind, id: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_resource', kind, id],
    queryFn: () => call('get_resource', { kind, id }),
  });
}

/** What a change starts from: read anew each time that somebody opens it. */
export function mappingSetFormQuery(session: string, id: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_mapping_set_form', id],
    queryFn: () => call('get_mapping_set_form', { id }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** Read anew each time that somebody opens it. */
export function resourceJsonQuery(session: string, kind: ResourceKind, id: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_resource_json', kind, id],
    queryFn: () => call('get_resource_json', { kind, id }),
    staleTime: 0,
    gcTime: 0,
  });
}
