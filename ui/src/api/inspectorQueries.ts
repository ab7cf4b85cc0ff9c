// What the event inspector reads: how an inspection stands, a part of its events, one of them.
import { queryOptions } from '@tanstack/react-query';
import type { EventOutcome } from './bindings/EventOutcome';
import type { Inspection } from './bindings/Inspection';
import { call } from './call';
import { inspectionInterval } from './polling';
import { KEYS } from './queries';

/** Rows of one part. */
export const PART = 200;

export function inspectionQuery(session: string, inspectionId: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_inspection', inspectionId],
    queryFn: () => call('get_inspection', { inspectionId }),
    refetchInterval: (query) => inspectionInterval(query.state.data),
    staleTime: 0,
    retry: false,
  });
}

/** The part of the events that begins at `part` × `PART`; read again while they are looked at or sent. */
export function inspectedQuery(
  session: string,
  one: Inspection,
  outcome: EventOutcome | undefined,
  part: number,
) {
  return queryOptions({
    queryKey: [
      ...KEYS.session(session),
      'list_inspected',
      one.inspectionId,
      outcome ?? 'all',
      part,
      news(one),
    ],
    queryFn: () =>
      call('list_inspected', {
        inspectionId: one.inspectionId,
        ...(outcome && { outcome }),
        skip: part * PART,
        limit: PART,
      }),
    // While events are looked at, rows keep how they looked; those of another part are no stand-in.
    placeholderData: (shown, query) => (query?.queryKey[5] === part ? shown : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
  });
}

export function inspectedEventQuery(session: string, one: Inspection, number: number) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_inspected', one.inspectionId, number, news(one)],
    queryFn: () => call('get_inspected', { inspectionId: one.inspectionId, number }),
    placeholderData: (shown) => (shown?.row.number === number ? shown : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
  });
}

/** What tells that rows may look otherwise than before. */
function news({ counts, sending }: Inspection): string {
  return `${counts.waiting} ${sending?.accepted ?? 0} ${sending?.unclear ?? 0} ${sending?.wanted ?? 0}`;
}
