// One entry of the route table, drawn: its title, its frame, and Welcome in its place where a session is missing.
import { Navigate } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useAppState } from '../api/session';
import { ErrorBoundary } from './ErrorBoundary';
import { BareFrame } from './frame/BareFrame';
import { ROUTES, type RouteId } from './routes';

const AppFrame = lazy(async () => ({ default: (await import('./frame/AppFrame')).AppFrame }));

export function Page({ id, screen: Screen }: { id: RouteId; screen: ComponentType }) {
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
