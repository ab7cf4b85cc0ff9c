// Draws nothing before the app state is known: who is signed in decides everything else.
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { appErrorOf, problemWords } from '../api/errors';
import { appStateQuery } from '../api/queries';
import { ProblemPanel } from '../kit/ProblemPanel';
import { useLongWait } from '../kit/useLongWait';
import styles from './ErrorBoundary.module.css';
import { loadScreensAhead } from './lazyScreens';

export function Root() {
  const { data, error, refetch } = useQuery(appStateQuery());
  const retry = () => void refetch();
  const slow = useLongWait(!data && !error);
  const drawn = data !== undefined;
  const signedIn = data?.session !== undefined;
  useEffect(() => (drawn ? loadScreensAhead(signedIn) : undefined), [drawn, signedIn]);
  if (data) return <Outlet />;
  if (!error && !slow) return null;
  return (
    <main className={styles.place}>
      {error ? (
        <ProblemPanel {...problemWords(appErrorOf(error), { retry })} />
      ) : (
        <ProblemPanel
          tone="notice"
          title="Inlet is still starting"
          hint="It reads its settings and looks for this computer’s keychain, which may be waiting for its password."
          action={{ label: 'Ask again', onPress: retry }}
        />
      )}
    </main>
  );
}
