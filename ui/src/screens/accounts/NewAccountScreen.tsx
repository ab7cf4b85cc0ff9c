// A new account: which source, how it signs in, and what that source asks for.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { accountSourcesQuery } from '../../api/accountQueries';
import { useSession } from '../../api/session';
import { EmptyState } from '../../kit/EmptyState';
import { PageHeading } from '../../kit/PageHeading';
import { TERMS } from '../../lib/terms';
import { CallProblem } from '../parts/CallProblem';
import { Reading } from '../parts/Reading';
import styles from './accounts.module.css';
import { NewAccountForm } from './NewAccountForm';
import { NoAccountNeeded } from './NoAccountNeeded';

export function NewAccountScreen() {
  const session = useSession();
  const { data: sources, error, refetch } = useQuery(accountSourcesQuery(session.key));
  const retry = () => void refetch();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Link to="/accounts" className={styles.back}>
          <span aria-hidden="true">‹</span> {TERMS.baseConnections}
        </Link>
        <PageHeading>New account</PageHeading>
      </header>
      <div className={styles.body}>
        <NoAccountNeeded />
        {!sources && error && <CallProblem error={error} onRetry={retry} />}
        {!sources && !error && <Reading what="the sources that have accounts" onRetry={retry} />}
        {sources?.length === 0 && (
          <EmptyState
            title="No source here has accounts"
            text="Every source that your organisation is offered sends its data by itself, as Pendo does."
          />
        )}
        {sources && sources.length > 0 && <NewAccountForm sources={sources} />}
      </div>
    </div>
  );
}
