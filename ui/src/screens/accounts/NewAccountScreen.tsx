// A new account: which source, how it signs in, and what that source asks for.
import { useQuery } from '@tanstack/react-query';
import { accountSourcesQuery } from '../../api/accountQueries';
import { useSession } from '../../api/session';
import { draftQuery } from '../../api/setupQueries';
import { EmptyState } from '../../kit/EmptyState';
import { TERMS } from '../../lib/terms';
import { CallProblem } from '../parts/CallProblem';
import { Reading } from '../parts/Reading';
import { BackLink } from '../parts/resource/BackLink';
import { NewFrame } from '../parts/resource/DetailFrame';
import { restoredFrom } from '../parts/useReturning';
import { ACCOUNT_DRAFT, readDraft } from './accountDraft';
import { NewAccountForm } from './NewAccountForm';
import { NoAccountNeeded } from './NoAccountNeeded';

export function NewAccountScreen() {
  const session = useSession();
  const { data: sources, error, refetch } = useQuery(accountSourcesQuery(session.key));
  const draft = useQuery(draftQuery(session.key, ACCOUNT_DRAFT));
  const ready = sources !== undefined && sources.length > 0 && !draft.isPending;
  const retry = () => void refetch();
  return (
    <NewFrame back={<BackLink to="/accounts">{TERMS.baseConnections}</BackLink>} title="New account">
      <NoAccountNeeded />
      {!sources && error && <CallProblem error={error} onRetry={retry} />}
      {!sources && !error && <Reading look="inside" what="the sources that have accounts" onRetry={retry} />}
      {sources?.length === 0 && (
        <EmptyState
          title="No source here has accounts"
          text="Every source that your organisation is offered sends its data by itself, as Pendo does."
        />
      )}
      {ready && (
        <NewAccountForm
          sources={sources}
          restored={restoredFrom(draft.data, (values) => readDraft(values, sources))}
        />
      )}
    </NewFrame>
  );
}
