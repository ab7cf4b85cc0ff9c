// One entry of the route table, drawn: its title, its frame, and Welcome in its place where a session is missing.
import { Navigate } from '@tanstack/react-router';
import { type ComponentType, useEffect } from 'react';
import { useAppState } from '../api/session';
import { type Late, late } from '../kit/late';
import { ErrorBoundary } from './ErrorBoundary';
import { BareFrame } from './frame/BareFrame';
import { ROUTES, type RouteId } from './routes';

const AppFrame = late(async () => (await import('./frame/AppFrame')).AppFrame);

type Screen = ComponentType | Late<object>;

/** The page as a route's component. */
export function page(id: RouteId, screen: Screen) {
  return () => <Page id={id} screen={screen} />;
}

function Page({ id, screen: Screen }: { id: RouteId; screen: Screen }) {
  const { title, frame, needsSession } = ROUTES[id];
  const { session } = useAppState();
  useEffect(() => {
    document.title = `${title} – Inlet`;
  }, [title]);
  if (needsSession && !session) return <Navigate to={ROUTES.welcome.path} replace />;
  // Both at once: the frame does not wait for itself before it asks for what stands in it.
  if ('preload' in Screen) void Screen.preload();
  // A new session is a new page: nothing of the old sandbox stays in component state.
  const screen = (
    <ErrorBoundary key={`${id} ${session?.key ?? ''}`}>
      <Screen />
    </ErrorBoundary>
  );
  // Before a session there is nothing to warn of: Welcome and Connect stand alone.
  if (frame === 'bare') return needsSession ? <BareFrame>{screen}</BareFrame> : screen;
  return <AppFrame current={id}>{screen}</AppFrame>;
}
