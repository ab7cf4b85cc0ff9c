// What the account signs in with: never shown, only replaced, and then all of it.

import { Button, ToastQueue } from '@react-spectrum/s2';
import { type FormEvent, useState } from 'react';
import type { AccountDetail } from '../../api/bindings/AccountDetail';
import type { AccountUpdate } from '../../api/bindings/AccountUpdate';
import type { AppError } from '../../api/bindings/AppError';
import type { AuthForm } from '../../api/bindings/AuthForm';
import { useWrite } from '../../api/mutations';
import { Card } from '../../kit/Card';
import { useFirstFocus } from '../../kit/useFirstFocus';
import words from '../../kit/words.module.css';
import { FormFoot } from '../parts/resource/FormFoot';
import { TheirChange } from '../parts/resource/TheirChange';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { AuthFields } from './AuthFields';
import styles from './accounts.module.css';
import {
  isOnFields,
  isTouched,
  type Messages,
  messagesOf,
  startingValues,
  toParams,
  withoutSecrets,
} from './authValues';
import { useFirstProblem } from './useFirstProblem';

interface EditProps {
  account: AccountDetail;
  isOpen: boolean;
  /** Another form of the page is open. */
  isBlocked: boolean;
  onOpen: () => void;
  onClose: () => void;
}

export function CredentialsCard(props: EditProps) {
  const { account, isOpen, isBlocked, onOpen } = props;
  const { form, way } = account;
  const offline = useWhyNoWrite();
  return (
    <Card
      title="Sign-in details"
      aside={
        form &&
        form.fields.length > 0 &&
        !isOpen && (
          <Button
            size="S"
            variant="secondary"
            onPress={onOpen}
            isDisabled={isBlocked || offline !== undefined}
          >
            Enter again
          </Button>
        )
      }
    >
      {isOpen && form ? (
        <CredentialsForm {...props} form={form} />
      ) : (
        <p className={words.second}>
          {way === undefined ? 'Not known.' : `${way}. Adobe has it and shows it to nobody.`}
        </p>
      )}
    </Card>
  );
}

type Theirs = Extract<AccountUpdate, { kind: 'changed' }>;

function CredentialsForm({ account, form, onClose }: EditProps & { form: AuthForm }) {
  const offline = useWhyNoWrite();
  const save = useWrite('update_account');
  const { fields } = form;
  const [base, setBase] = useState(account.words);
  const [values, setValues] = useState(() => startingValues(fields));
  const [messages, setMessages] = useState<Messages>({});
  const [problem, setProblem] = useState<AppError>();
  const [theirs, setTheirs] = useState<Theirs>();
  const place = useFirstProblem(messages);
  const first = useFirstFocus<HTMLDivElement>();
  const question = useLeaveGuard({
    dirty: () => isTouched(fields, values),
    undone: 'The new sign-in details are not saved yet. No draft keeps them: leaving loses them.',
  });
  const change = (path: string, value: string) => setValues({ ...values, [path]: value });
  const send = () => {
    setMessages({});
    setProblem(undefined);
    setTheirs(undefined);
    const credentials = toParams(fields, values);
    // One way only: out of the fields before the answer is known.
    setValues(withoutSecrets(fields, values));
    const { name, description } = base;
    save.mutate(
      { accountId: account.row.id, name, description, base, credentials },
      {
        onSuccess: (reply) => {
          if (reply.kind === 'changed') {
            setTheirs(reply);
            setBase(reply.theirs);
            return;
          }
          ToastQueue.positive('The account signs in with the new values from now on', { timeout: 5000 });
          onClose();
        },
        onError: ({ app }) => {
          setMessages(messagesOf(app, fields));
          if (!isOnFields(app, fields)) setProblem(app);
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending && offline === undefined) send();
  };
  return (
    <form ref={place} className={styles.fields} noValidate onSubmit={submit}>
      <p className={words.second}>
        Enter all of it again, secrets included: Adobe replaces everything at once, and what you leave out is
        lost.
      </p>
      {theirs && (
        <TheirChange at={theirs.at} by={theirs.by}>
          It may sign in with something else by now, which nobody can look at. Enter the secrets again to
          replace it all the same.
        </TheirChange>
      )}
      <div ref={first} className={styles.fields}>
        <AuthFields fields={fields} values={values} messages={messages} onChange={change} />
      </div>
      <FormFoot
        submit="Replace sign-in details"
        busy={save.isPending}
        problem={problem}
        onRetry={send}
        onCancel={onClose}
      />
      {question}
    </form>
  );
}
