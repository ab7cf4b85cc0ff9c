// What is read of dataflows that take the place of others.
import { queryOptions } from '@tanstack/react-query';
import { call } from './call';
import { restingInterval, type Surroundings } from './polling';
import { KEYS } from './queries';

/** Replacements that a dataflow is the old or the new one of; they move on with its runs. */
export function replacementsQuery(session: string, flowId: string, around: Surroundings) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_replacements', flowId],
    queryFn: () => call('get_replacements', { flowId }),
    refetchInterval: restingInterval(around),
  });
}

/** The form of a dataflow that shall replace another; names were free when it was read. */
export function replacementFormQuery(session: string, flowId: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_replacement_form', flowId],
    queryFn: () => call('get_replacement_form', { flowId }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
