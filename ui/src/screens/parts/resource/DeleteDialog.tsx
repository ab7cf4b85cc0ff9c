// Asks before a resource is deleted: what is lost, and the name where it is production. What dataflows use is kept,
// and they are listed.
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
import { type ReactNode, useState } from 'react';
import type { AppError } from '../../../api/bindings/AppError';
import { appErrorOf } from '../../../api/errors';
import { useSession } from '../../../api/session';
import { SandboxChip } from '../../../kit/SandboxChip';
import { CallProblem } from '../CallProblem';
import { useWhyNoWrite } from '../useWhyNoWrite';
import { WhyNoWrite } from '../WhyNoWrite';
import styles from './DeleteDialog.module.css';

/** What came of it: gone, or kept with what there is to be said about that. */
export type DeleteOutcome = { gone: true } | { gone: false; why: ReactNode };

interface DeleteResourceProps {
  /** In the middle of a sentence, such as "account". */
  noun: string;
  name: string;
  /** What is lost with it. */
  lost: ReactNode;
  /** What keeps it already, as far as is known: then nothing is sent at all. */
  kept?: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** Deletes it; the name is what was typed where it is production. */
  remove: (confirmation: string) => Promise<DeleteOutcome>;
  onDeleted: () => void;
}

export function DeleteResource({ isOpen, ...rest }: DeleteResourceProps) {
  return <DialogContainer onDismiss={rest.onClose}>{isOpen && <DeleteDialog {...rest} />}</DialogContainer>;
}

function DeleteDialog(props: Omit<DeleteResourceProps, 'isOpen'>) {
  const { noun, name, lost, onClose, remove, onDeleted } = props;
  const { sandbox } = useSession();
  const [kept, setKept] = useState(props.kept);
  const [problem, setProblem] = useState<AppError>();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const offline = useWhyNoWrite() !== undefined;
  const production = sandbox.kind === 'production';
  const confirmed = !production || typed.trim() === name.trim();
  const press = async () => {
    setProblem(undefined);
    setBusy(true);
    try {
      const outcome = await remove(typed);
      if (!outcome.gone) return setKept(outcome.why);
      ToastQueue.positive(`${name} was deleted. Inlet checked that it is gone`, { timeout: 5000 });
      onClose();
      onDeleted();
    } catch (cause) {
      setProblem(appErrorOf(cause));
    } finally {
      setBusy(false);
    }
  };
  const closed = kept !== undefined;
  return (
    <Dialog size="M">
      <Heading slot="title">{closed ? `${name} is kept` : `Delete ${name}?`}</Heading>
      <Content>
        <div className={styles.dialog}>
          {closed ? (
            kept
          ) : (
            <>
              <p className={styles.where}>
                In {sandbox.name} <SandboxChip kind={sandbox.kind} />
              </p>
              {lost}
              {production && (
                <TextField
                  label={`This is production: type the ${noun}’s name, ${name}`}
                  autoComplete="off"
                  value={typed}
                  onChange={setTyped}
                  styles={style({ width: 'full' })}
                />
              )}
            </>
          )}
          {problem && <CallProblem error={problem} onRetry={() => void press()} />}
          {!closed && <WhyNoWrite />}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          {closed ? 'Close' : 'Keep it'}
        </Button>
        {!closed && (
          <Button variant="negative" onPress={() => void press()} isDisabled={busy || !confirmed || offline}>
            {busy ? 'Deleting…' : `Delete ${noun}`}
          </Button>
        )}
      </ButtonGroup>
    </Dialog>
  );
}
