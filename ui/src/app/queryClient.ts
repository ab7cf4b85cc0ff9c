// How reads behave everywhere. Rust retries what may be retried, so the window does not try on its own.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { appErrorOf } from '../api/errors';
import { KEYS } from '../api/queries';

/** The frame says that the platform is out of reach as soon as anything finds it so. */
function noticeOffline(error: Error): void {
  if (appErrorOf(error).code === 'offline') void queryClient.invalidateQueries({ queryKey: KEYS.appState });
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeOffline }),
  mutationCache: new MutationCache({ onError: noticeOffline }),
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
