// Asks before an account is deleted; where Adobe keeps it because it is used, lists what uses it.
import {
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Heading,
  TextField,
  ToastQueue,
} from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { AccountDetail } from '../../api/bindings/AccountDetail';
import type { AccountUses } from '../../api/bindings/AccountUses';
import type { AppError } from '../../api/bindings/AppError';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { SandboxChip } from '../../kit/SandboxChip';
import { CallProblem } from '../parts/CallProblem';
import { UsesList } from './AccountFacts';
import styles from './accounts.module.css';

interface DeleteAccountProps {
  account: AccountDetail;
  isOpen: boolean;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteAccount({ isOpen, ...rest }: DeleteAccountProps) {
  return <DialogContainer onDismiss={rest.onClose}>{isOpen && <DeleteDialog {...rest} />}</DialogContainer>;
}

function DeleteDialog({ account, onClose, onDeleted }: Omit<DeleteAccountProps, 'isOpen'>) {
  const { sandbox } = useSession();
  const remove = useWrite('delete_account');
  const [kept, setKept] = useState<AccountUses>();
  const [problem, setProblem] = useState<AppError>();
  const [typed, setTyped] = useState('');
  const { id, name } = account.row;
  const confirmed = sandbox.kind !== 'production' || typed.trim() === name.trim();
  const press = () => {
    setProblem(undefined);
    remove.mutate(
      { accountId: id },
      {
        onSuccess: (reply) => {
          if (reply.kind === 'in_use') return setKept(reply.uses);
          ToastQueue.positive(`${name} was deleted. Inlet checked that it is gone`, { timeout: 5000 });
          onClose();
          onDeleted();
        },
        onError: ({ app }) => setProblem(app),
      },
    );
  };
  return (
    <Dialog size="M">
      <Heading slot="title">{kept ? `${name} is in use` : `Delete ${name}`}</Heading>
      <Content>
        <div className={styles.dialog}>
          {kept ? (
            <>
              <p>Adobe keeps an account that is used. Nothing was changed. Delete these first:</p>
              <UsesList uses={kept} />
            </>
          ) : (
            <>
              <p className={styles.where}>
                In {sandbox.name} <SandboxChip kind={sandbox.kind} />
              </p>
              <p>
                Adobe forgets how to sign in to {account.row.source}. That cannot be undone, because nobody
                can read its secrets back. Adobe refuses if a dataflow uses it.
              </p>
              {sandbox.kind === 'production' && (
                <TextField
                  label={`This is production: type the account’s name, ${name}`}
                  autoComplete="off"
                  value={typed}
                  onChange={setTyped}
                  styles={style({ width: 'full' })}
                />
              )}
            </>
          )}
          {problem && <CallProblem error={problem} onRetry={press} />}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          {kept ? 'Close' : 'Keep it'}
        </Button>
        {!kept && (
          <Button variant="negative" onPress={press} isDisabled={remove.isPending || !confirmed}>
            {remove.isPending ? 'Deleting…' : 'Delete account'}
          </Button>
        )}
      </ButtonGroup>
    </Dialog>
  );
}
