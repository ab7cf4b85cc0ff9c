// The sandbox at a glance, and the error book.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FileFormat } from './bindings/FileFormat';
import type { Overview } from './bindings/Overview';
import type { OverviewWindow } from './bindings/OverviewWindow';
import { call } from './call';
import { overviewInterval, type Surroundings } from './polling';
import { KEYS } from './queries';

/** The first read takes what is known, later ones read anew once the last is complete. */
export function overviewQuery(session: string, window: OverviewWindow, around: Surroundings) {
  const queryKey = [...KEYS.session(session), 'get_overview', window] as const;
  return queryOptions({
    queryKey,
    queryFn: ({ client }) => {
      const known = client.getQueryData<Overview>(queryKey);
      return call('get_overview', { window, refresh: known?.complete === true });
    },
    refetchInterval: (query) => overviewInterval(query.state.data, around),
    refetchIntervalInBackground: true,
  });
}

/** Entries of the error book; belongs to no session and never changes while the app runs. */
export function errorBookQuery(query: string) {
  return queryOptions({
    queryKey: ['search_error_book', query],
    queryFn: () => call('search_error_book', { query }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What a code means that an address names. */
export function explainCodeQuery(code: string) {
  return queryOptions({
    queryKey: ['explain_code', code],
    queryFn: () => call('explain_code', { code }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Every run that is kept of the sandbox, as a file; runs ahead of this clock too. */
export function exportRuns(format: FileFormat) {
  return call('export_runs', { since: 0, until: Number.MAX_SAFE_INTEGER, format });
}
