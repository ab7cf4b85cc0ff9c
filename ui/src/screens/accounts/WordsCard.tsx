// Name and description: shown, and changed in place. A change of somebody else that clashes is shown beside ours.
import { Button, ButtonGroup, Radio, RadioGroup, TextArea, TextField, ToastQueue } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type FormEvent, useState } from 'react';
import type { AccountDetail } from '../../api/bindings/AccountDetail';
import type { AccountUpdate } from '../../api/bindings/AccountUpdate';
import type { AppError } from '../../api/bindings/AppError';
import { useWrite } from '../../api/mutations';
import { Card } from '../../kit/Card';
import { FactList } from '../../kit/FactList';
import { NOTHING } from '../../lib/number';
import { CallProblem } from '../parts/CallProblem';
import styles from './accounts.module.css';
import { TheirChange } from './TheirChange';

export interface EditProps {
  account: AccountDetail;
  isOpen: boolean;
  /** Another form of the page is open. */
  isBlocked: boolean;
  onOpen: () => void;
  onClose: () => void;
  onDirty: (dirty: boolean) => void;
}

export function WordsCard({ account, isOpen, isBlocked, onOpen, onClose, onDirty }: EditProps) {
  const { name, description } = account.row;
  const canEdit = account.readOnly === undefined;
  return (
    <Card
      title="Name and description"
      aside={
        canEdit &&
        !isOpen && (
          <Button size="S" variant="secondary" onPress={onOpen} isDisabled={isBlocked}>
            Edit
          </Button>
        )
      }
    >
      {isOpen ? (
        <WordsForm account={account} onClose={onClose} onDirty={onDirty} />
      ) : (
        <FactList
          facts={[
            { name: 'Name', value: name },
            { name: 'Description', value: description === '' ? NOTHING : description },
          ]}
        />
      )}
    </Card>
  );
}

type Theirs = Extract<AccountUpdate, { kind: 'changed' }>;
type Field = 'name' | 'description';
const FIELDS: readonly Field[] = ['name', 'description'];
const LABELS: Record<Field, string> = { name: 'Name', description: 'Description' };
const wide = style({ width: 'full' });

function WordsForm({ account, onClose, onDirty }: Pick<EditProps, 'account' | 'onClose' | 'onDirty'>) {
  const save = useWrite('update_account');
  /** What the change started from: another's change while the form is open must not slip under it. */
  const [base, setBase] = useState(account.words);
  const [ours, setOurs] = useState({ name: base.name, description: base.description });
  const [theirs, setTheirs] = useState<Theirs>();
  const [keep, setKeep] = useState<Record<Field, 'ours' | 'theirs'>>({ name: 'ours', description: 'ours' });
  const [problem, setProblem] = useState<AppError>();
  const changed = FIELDS.some((field) => ours[field] !== base[field]);
  const nameProblem = problem?.fields.find(({ field }) => field === 'name')?.message;
  const change = (field: Field) => (value: string) => {
    const next = { ...ours, [field]: value };
    setOurs(next);
    onDirty(FIELDS.some((one) => next[one] !== base[one]));
  };

  const send = (words: typeof ours, from: typeof base) => {
    setProblem(undefined);
    save.mutate(
      { accountId: account.row.id, ...words, base: from },
      {
        onSuccess: (reply) => {
          if (reply.kind === 'changed') return setTheirs(reply);
          ToastQueue.positive('The account was saved', { timeout: 5000 });
          onClose();
        },
        onError: ({ app }) => setProblem(app),
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!theirs) return send(ours, base);
    const words = Object.fromEntries(
      FIELDS.map((field) => [field, keep[field] === 'ours' ? ours[field] : theirs.theirs[field]]),
    ) as typeof ours;
    setBase(theirs.theirs);
    setOurs(words);
    setTheirs(undefined);
    send(words, theirs.theirs);
  };

  const clashes = theirs
    ? FIELDS.filter((field) => theirs.theirs[field] !== base[field] && ours[field] !== theirs.theirs[field])
    : [];
  return (
    <form className={styles.fields} noValidate onSubmit={submit}>
      {theirs ? (
        <>
          <TheirChange at={theirs.at} by={theirs.by}>
            Choose what to keep.
          </TheirChange>
          {clashes.map((field) => (
            <RadioGroup
              key={field}
              label={LABELS[field]}
              value={keep[field]}
              onChange={(value) => setKeep({ ...keep, [field]: value === 'theirs' ? 'theirs' : 'ours' })}
            >
              <Radio value="ours">Yours: {shown(ours[field])}</Radio>
              <Radio value="theirs">Theirs: {shown(theirs.theirs[field])}</Radio>
            </RadioGroup>
          ))}
        </>
      ) : (
        <>
          <TextField
            label="Name of the account"
            isRequired
            necessityIndicator="label"
            autoFocus
            autoComplete="off"
            value={ours.name}
            onChange={change('name')}
            isInvalid={nameProblem !== undefined}
            errorMessage={nameProblem ?? ''}
            validationBehavior="aria"
            styles={wide}
          />
          <TextArea
            label="Description"
            necessityIndicator="label"
            value={ours.description}
            onChange={change('description')}
            styles={wide}
          />
        </>
      )}
      {problem && nameProblem === undefined && (
        <CallProblem error={problem} onRetry={() => send(ours, base)} />
      )}
      <div className={styles.buttons}>
        <ButtonGroup>
          <Button variant="secondary" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="accent" type="submit" isDisabled={!changed && !theirs} isPending={save.isPending}>
            Save account
          </Button>
        </ButtonGroup>
        {!changed && !theirs && <span className={styles.reason}>Nothing is changed yet</span>}
      </div>
    </form>
  );
}

function shown(text: string): string {
  return text === '' ? 'no description' : `“${text}”`;
}
