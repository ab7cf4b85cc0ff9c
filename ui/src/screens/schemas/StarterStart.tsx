// The fields of the Pendo starter, to be looked at.

import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session';
import { setupDefaultsQuery } from '../../api/setupQueries';
import words from '../../kit/words.module.css';
import { CallProblem } from '../parts/CallProblem';
import { Reading } from '../parts/Reading';
import { belowStarter } from './starter';

export function StarterStart() {
  const session = useSession();
  const { data, error, refetch } = useQuery(setupDefaultsQuery(session.key));
  const retry = () => void refetch();
  if (error && !data) return <CallProblem error={error} onRetry={retry} />;
  if (!data) return <Reading look="inside" what="the starter’s fields" onRetry={retry} />;
  const titles = data.starterFields
    .filter(({ path }) => belowStarter(path) !== undefined)
    .map(({ title }) => title);
  return (
    <p className={words.second}>
      {titles.length} fields: {titles.join(', ')}.
    </p>
  );
}
