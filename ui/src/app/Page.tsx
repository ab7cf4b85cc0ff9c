// One entry of the route table, drawn: its title, its frame, and Welcome in its place where a session is missing.
import { Navigate } from '@tanstack/react-router';
import { type ComponentType, Suspense, useEffect } from 'react';
import type { AppState } from '../api/bindings/AppState';
import { KEYS } from '../api/queries';
import { useAppState } from '../api/session';
import { ErrorBoundary } from './ErrorBoundary';
import { BareFrame } from './frame/BareFrame';
import { type Late, late } from './late';
import { queryClient } from './queryClient';
import { ROUTES, type RouteId } from './routes';

const AppFrame = late(async () => (await import('./frame/AppFrame')).AppFrame);

type Screen = ComponentType | Late<object>;

/**
 * The page as a route's component. The page before it stays until what the next one is drawn with has been fetched;
 * where nobody is signed in, nothing of a page that needs it is.
 */
export function page(id: RouteId, screen: Screen) {
  const { frame, needsSession } = ROUTES[id];
  const preload = () => {
    if (needsSession && !queryClient.getQueryData<AppState>(KEYS.appState)?.session) return undefined;
    const parts = [...('preload' in screen ? [screen] : []), ...(frame === 'rail' ? [AppFrame] : [])];
    const fetched = parts.flatMap((part) => part.preload() ?? []);
    return fetched.length > 0 ? Promise.all(fetched).then(() => undefined) : undefined;
  };
  return Object.assign(() => <Page id={id} screen={screen} />, { preload });
}

function Page({ id, screen: Screen }: { id: RouteId; screen: Screen }) {
  const { title, frame, needsSession } = ROUTES[id];
  const { session } = useAppState();
  useEffect(() => {
    document.title = `${title} – Inlet`;
  }, [title]);
  if (needsSession && !session) return <Navigate to={ROUTES.welcome.path} replace />;
  // A new session is a new page: nothing of the old sandbox stays in component state.
  const screen = (
    <ErrorBoundary key={`${id} ${session?.key ?? ''}`}>
      <Suspense>
        <Screen />
      </Suspense>
    </ErrorBoundary>
  );
  // Before a session there is nothing to warn of: Welcome and Connect stand alone.
  if (frame === 'bare') return needsSession ? <BareFrame>{screen}</BareFrame> : screen;
  return (
    <Suspense>
      <AppFrame current={id}>{screen}</AppFrame>
    </Suspense>
  );
}
