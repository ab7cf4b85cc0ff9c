// Draws nothing before the app state is known: who is signed in decides everything else.
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { appErrorOf, problemWords } from '../api/errors';
import { appStateQuery } from '../api/queries';
import { ProblemPanel } from '../kit/ProblemPanel';
import styles from './ErrorBoundary.module.css';

export function Root() {
  const { data, error, refetch } = useQuery(appStateQuery());
  if (data) return <Outlet />;
  if (!error) return null;
  return (
    <main className={styles.place}>
      <ProblemPanel {...problemWords(appErrorOf(error), { retry: () => void refetch() })} />
    </main>
  );
}
