// A schema whose making stopped half-way, on a page of its own.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { makingQuery } from '../../api/schemaQueries';
import { useSession } from '../../api/session';
import { CallProblem } from '../parts/CallProblem';
import { Reading } from '../parts/Reading';
import { BackLink } from '../parts/resource/BackLink';
import { NewFrame } from '../parts/resource/DetailFrame';
import { MakingPanel } from './MakingPanel';

export function MakingScreen() {
  const { makingId } = useParams({ from: '/schemas/making/$makingId' });
  const session = useSession();
  const navigate = useNavigate();
  const { data: making, error, refetch } = useQuery(makingQuery(session.key, makingId));
  const retry = () => void refetch();
  const made = making?.state === 'done' ? making.schemaId : undefined;
  useEffect(() => {
    if (made !== undefined) {
      void navigate({ to: '/schemas/$schemaId', params: { schemaId: made }, replace: true });
    }
  }, [made, navigate]);
  return (
    <NewFrame
      back={<BackLink to="/schemas">Schemas</BackLink>}
      title={making?.title ?? 'Schema in the making'}
    >
      {error && <CallProblem error={error} onRetry={retry} />}
      {!making && !error && <Reading look="inside" what="how it stands" onRetry={retry} />}
      {making && (
        <MakingPanel making={making} onPressed={retry} onLeft={() => void navigate({ to: '/schemas' })} />
      )}
    </NewFrame>
  );
}
