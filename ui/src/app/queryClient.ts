// How reads behave everywhere. Rust retries what may be retried, so the window does not try on its own.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { AppState } from '../api/bindings/AppState';
import { appErrorOf } from '../api/errors';
import { KEYS } from '../api/queries';

/** The frame says that the platform is out of reach as soon as anything finds it so. */
function note(problem: unknown): void {
  if (appErrorOf(problem).code !== 'offline') return;
  const known = queryClient.getQueryData<AppState>(KEYS.appState);
  if (known?.session?.offline !== true) void queryClient.invalidateQueries({ queryKey: KEYS.appState });
}

/** What is shown in part names what kept the rest away. */
function noteWithin(reply: unknown): void {
  if (typeof reply === 'object' && reply !== null && 'problem' in reply) note(reply.problem);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: note, onSuccess: noteWithin }),
  mutationCache: new MutationCache({ onError: note }),
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: 30_000,
      // The other end is this computer: the browser's idea of being online says nothing about it.
      networkMode: 'always',
      refetchOnReconnect: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
