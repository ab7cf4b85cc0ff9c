// One account: what it signs in to, what uses it, and everything that can be done with it.
import { Button } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { accountQuery } from '../../api/accountQueries';
import type { AccountDetail } from '../../api/bindings/AccountDetail';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { PageHeading } from '../../kit/PageHeading';
import { stateWord, TERMS } from '../../lib/terms';
import { CallProblem } from '../parts/CallProblem';
import { Reading } from '../parts/Reading';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import { AccountFacts } from './AccountFacts';
import styles from './accounts.module.css';
import { CredentialsCard } from './CredentialsCard';
import { DeleteAccount } from './DeleteAccount';
import { TestVerdict } from './TestVerdict';
import { WordsCard } from './WordsCard';

export function AccountScreen() {
  const { accountId } = useParams({ from: '/accounts/$accountId' });
  const session = useSession();
  const { data: account, error, refetch } = useQuery(accountQuery(session.key, accountId));
  const retry = () => void refetch();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Link to="/accounts" className={styles.back}>
          <span aria-hidden="true">‹</span> {TERMS.baseConnections}
        </Link>
        <div className={styles.line}>
          <PageHeading>{account?.row.name ?? TERMS.baseConnection}</PageHeading>
          {account && <span className={styles.state}>{stateWord(account.row.state)}</span>}
        </div>
      </header>
      {error && (
        <div className={styles.trouble}>
          <CallProblem look={account ? 'strip' : 'panel'} error={error} onRetry={retry} />
        </div>
      )}
      {!account && !error && <Reading what="the account" onRetry={retry} />}
      {account && <Account account={account} onRetry={retry} />}
    </div>
  );
}

function Account({ account, onRetry }: { account: AccountDetail; onRetry: () => void }) {
  const navigate = useNavigate();
  const test = useWrite('test_account');
  /** The one form that is open. */
  const [open, setOpen] = useState<'words' | 'credentials'>();
  const [deleting, setDeleting] = useState(false);
  const dirty = useRef(false);
  const close = () => {
    dirty.current = false;
    setOpen(undefined);
  };
  const question = useLeaveGuard({
    dirty: () => dirty.current,
    lost: 'What you changed on this account is not saved, and what you entered is not kept.',
  });
  const note = (changed: boolean) => {
    dirty.current = changed;
  };
  const run = () => test.mutate({ accountId: account.row.id });
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {account.readOnly !== undefined && (
          <p className={styles.strip} data-tone="notice">
            <span>
              <strong>This account can only be looked at.</strong> {account.readOnly}
            </span>
          </p>
        )}
        <WordsCard
          account={account}
          isOpen={open === 'words'}
          isBlocked={open === 'credentials'}
          onOpen={() => setOpen('words')}
          onClose={close}
          onDirty={note}
        />
        <CredentialsCard
          account={account}
          isOpen={open === 'credentials'}
          isBlocked={open === 'words'}
          onOpen={() => setOpen('credentials')}
          onClose={close}
          onDirty={note}
        />
        <TestVerdict test={test.data} error={test.error} busy={test.isPending} onTest={run} />
      </div>
      <div className={styles.aside}>
        <AccountFacts account={account} onRetry={onRetry} />
        <Button variant="negative" fillStyle="outline" onPress={() => setDeleting(true)}>
          Delete account
        </Button>
      </div>
      <DeleteAccount
        account={account}
        isOpen={deleting}
        onClose={() => setDeleting(false)}
        onDeleted={() => {
          dirty.current = false;
          void navigate({ to: '/accounts', replace: true });
        }}
      />
      {question}
    </div>
  );
}
