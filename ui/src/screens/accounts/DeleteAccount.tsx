// Asks before an account is deleted; where Adobe keeps it because it is used, lists what uses it.
import type { AccountDetail } from '../../api/bindings/AccountDetail';
import { useWrite } from '../../api/mutations';
import { DeleteResource } from '../parts/resource/DeleteDialog';
import { UsesList } from './AccountFacts';

interface DeleteAccountProps {
  account: AccountDetail;
  isOpen: boolean;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteAccount({ account, ...rest }: DeleteAccountProps) {
  const { mutateAsync } = useWrite('delete_account');
  const { id, name, source } = account.row;
  return (
    <DeleteResource
      {...rest}
      noun="account"
      name={name}
      lost={
        <p>
          Adobe forgets how to sign in to {source}. That cannot be undone, because nobody can read its secrets
          back. Adobe refuses if a dataflow uses it.
        </p>
      }
      remove={async () => {
        const reply = await mutateAsync({ accountId: id });
        if (reply.kind === 'deleted') return { gone: true };
        const why = (
          <>
            <p>Adobe keeps an account that is used. Nothing was changed. Delete these first:</p>
            <UsesList uses={reply.uses} />
          </>
        );
        return { gone: false, why };
      }}
    />
  );
}
