// What is read of schemas. They change rarely: read when looked at and after a change, not by the clock. One that is
// being made is asked for until nobody works on it.
import { queryOptions } from '@tanstack/react-query';
import type { SchemaMaking } from './bindings/SchemaMaking';
import { call } from './call';
import { KEYS } from './queries';

/** Name of the draft of a new schema. */
export const SCHEMA_DRAFT = 'schema';

const LOOK_AGAIN_MS = 400;

export function allSchemasQuery(session: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'list_all_schemas'],
    queryFn: () => call('list_all_schemas'),
  });
}

export function schemaQuery(session: string, schemaId: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_schema', schemaId],
    queryFn: () => call('get_schema', { schemaId }),
  });
}

export function namespacesQuery(session: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'list_identity_namespaces'],
    queryFn: () => call('list_identity_namespaces'),
    staleTime: 5 * 60_000,
  });
}

export function fieldGroupsQuery(session: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'list_field_groups'],
    queryFn: () => call('list_field_groups'),
    staleTime: 60_000,
  });
}

/** Whether somebody works on it right now. */
export function isAtWork({ state }: Pick<SchemaMaking, 'state'>): boolean {
  return state === 'running' || state === 'stopping' || state === 'undoing';
}

export function makingQuery(session: string, makingId: string) {
  const queryKey = [...KEYS.session(session), 'get_schema_making', makingId] as const;
  return queryOptions({
    queryKey,
    queryFn: async ({ client }) => {
      const before = client.getQueryData<SchemaMaking>(queryKey);
      const making = await call('get_schema_making', { makingId });
      if (before?.state !== making.state && !isAtWork(making)) {
        // The list learns of a schema at the moment it is made.
        void client.invalidateQueries({
          queryKey: ['session'],
          predicate: (query) => query.queryKey[2] !== 'get_schema_making',
        });
      }
      return making;
    },
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? LOOK_AGAIN_MS : false),
    staleTime: 0,
  });
}
