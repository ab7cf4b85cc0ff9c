// Who is signed in where, for screens that only exist while somebody is.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { AppState } from './bindings/AppState';
import type { Session } from './bindings/Session';
import type { Surroundings } from './polling';
import { appStateQuery } from './queries';

export function useAppState(): AppState {
  const { data } = useQuery(appStateQuery());
  if (!data) throw new Error('the frame draws no screen before the app state is known');
  return data;
}

export function useSession(): Session {
  const { session } = useAppState();
  if (!session) throw new Error('the frame draws this screen only with a session');
  return session;
}

function watchVisibility(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}

export function useSurroundings(): Surroundings {
  const visible = useSyncExternalStore(watchVisibility, () => document.visibilityState === 'visible');
  const { session } = useAppState();
  const practice = session?.environment.kind === 'practice';
  const offline = session?.offline ?? false;
  return useMemo(() => ({ visible, practice, offline }), [visible, practice, offline]);
}
