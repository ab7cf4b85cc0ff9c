// One account: what it signs in to, what uses it, and everything that can be done with it.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { accountQuery } from '../../api/accountQueries';
import type { AccountDetail } from '../../api/bindings/AccountDetail';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { Strip } from '../../kit/Strip';
import { TERMS } from '../../lib/terms';
import { BackLink } from '../parts/resource/BackLink';
import { DeleteAction } from '../parts/resource/DeleteAction';
import { DetailFrame } from '../parts/resource/DetailFrame';
import { WordsCard } from '../parts/resource/WordsCard';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { AccountFacts } from './AccountFacts';
import { CredentialsCard } from './CredentialsCard';
import { DeleteAccount } from './DeleteAccount';
import { TestVerdict } from './TestVerdict';

export function AccountScreen() {
  const { accountId } = useParams({ from: '/accounts/$accountId' });
  const session = useSession();
  const navigate = useNavigate();
  const { data: account, error, refetch } = useQuery(accountQuery(session.key, accountId));
  const [deleting, setDeleting] = useState(false);
  const retry = () => void refetch();
  return (
    <>
      <DetailFrame
        back={<BackLink to="/accounts">{TERMS.baseConnections}</BackLink>}
        title={account?.row.name ?? TERMS.baseConnection}
        state={account?.row.state}
        what="the account"
        read={account !== undefined}
        error={error}
        onRetry={retry}
        main={account && <AccountForms account={account} />}
        aside={
          account && (
            <>
              <AccountFacts account={account} onRetry={retry} />
              <DeleteAction noun="account" onPress={() => setDeleting(true)} />
            </>
          )
        }
      />
      {account && (
        <DeleteAccount
          account={account}
          isOpen={deleting}
          onClose={() => setDeleting(false)}
          // A change of what is gone is nothing to ask about.
          onDeleted={() => void navigate({ to: '/accounts', replace: true, ignoreBlocker: true })}
        />
      )}
    </>
  );
}

function AccountForms({ account }: { account: AccountDetail }) {
  const test = useWrite('test_account');
  const offline = useWhyNoWrite() !== undefined;
  const update = useWrite('update_account');
  /** The one form that is open. */
  const [open, setOpen] = useState<'words' | 'credentials'>();
  const close = () => setOpen(undefined);
  const { id, name, description } = account.row;
  return (
    <>
      {account.readOnly !== undefined && (
        <Strip tone="notice">
          <span>
            <strong>This account can only be looked at.</strong> {account.readOnly}
          </span>
        </Strip>
      )}
      <WordsCard
        noun="account"
        id={id}
        shown={{ name, description }}
        words={account.words}
        canEdit={account.readOnly === undefined}
        isOpen={open === 'words'}
        isBlocked={open === 'credentials'}
        onOpen={() => setOpen('words')}
        onClose={close}
        save={({ name, description }, base) => update.mutateAsync({ accountId: id, name, description, base })}
      />
      <CredentialsCard
        account={account}
        isOpen={open === 'credentials'}
        isBlocked={open === 'words'}
        onOpen={() => setOpen('credentials')}
        onClose={close}
      />
      <TestVerdict
        test={test.data}
        error={test.error}
        busy={test.isPending}
        isBlocked={offline}
        onTest={() => test.mutate({ accountId: id })}
      />
    </>
  );
}
