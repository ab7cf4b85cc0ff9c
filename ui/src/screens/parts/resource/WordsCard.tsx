// Name and description of a resource: shown, and changed in place. A change of somebody else that clashes is shown
// beside ours, and the person chooses.
import { Button, Radio, RadioGroup, TextArea, TextField, ToastQueue } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type FormEvent, type ReactNode, useState } from 'react';
import type { AppError } from '../../../api/bindings/AppError';
import type { Draft } from '../../../api/bindings/Draft';
import { appErrorOf, fieldMessages } from '../../../api/errors';
import { Card } from '../../../kit/Card';
import { FactList } from '../../../kit/FactList';
import { NOTHING } from '../../../lib/number';
import { useEdit } from '../useEdit';
import { useLeaveGuard } from '../useLeaveGuard';
import { useWhyNoWrite } from '../useWhyNoWrite';
import styles from './Form.module.css';
import { FormFoot } from './FormFoot';
import { TheirChange } from './TheirChange';
import { useReturned } from './useReturned';

/** What can be changed, and the version it belongs to. */
export interface Words {
  name: string;
  description: string;
  version: string;
}

export type SaveReply<W> = { kind: 'saved' } | { kind: 'changed'; theirs: W; at?: number; by: string };

export interface WordsCardProps<W extends Words> {
  /** Its id: a draft is kept under it. */
  id: string;
  /** In the middle of a sentence, such as "account". */
  noun: string;
  /** As they are shown; the words are what a change starts from. */
  shown: { name: string; description: string };
  words: W;
  canEdit: boolean;
  isOpen: boolean;
  /** Another form of the page is open. */
  isBlocked: boolean;
  onOpen: () => void;
  onClose: () => void;
  save: (wanted: W, base: W) => Promise<SaveReply<W>>;
  /** Another part that is changed with them. */
  more?: MorePart<W>;
}

/** A part beside name and description: how it is shown, entered and compared. */
export interface MorePart<W> {
  label: string;
  show: (words: W) => ReactNode;
  /** In a choice between ours and theirs. */
  tell: (words: W) => string;
  same: (one: W, other: W) => boolean;
  take: (into: W, from: W) => W;
  edit: (words: W, change: (words: W) => void, messages: Record<string, string>) => ReactNode;
}

export function WordsCard<W extends Words>(props: WordsCardProps<W>) {
  const { shown, words, canEdit, isOpen, isBlocked, onOpen, more } = props;
  const offline = useWhyNoWrite();
  const name = `words ${props.noun} ${props.id}`;
  const kept = useReturned({ ...props, name });
  return (
    <Card
      title={more ? `Name, description and ${more.label.toLowerCase()}` : 'Name and description'}
      aside={
        canEdit &&
        !isOpen && (
          <Button
            size="S"
            variant="secondary"
            onPress={onOpen}
            isDisabled={isBlocked || offline !== undefined}
          >
            Edit
          </Button>
        )
      }
    >
      {isOpen ? (
        <WordsForm {...props} draftName={name} kept={kept} />
      ) : (
        <FactList
          facts={[
            { name: 'Name', value: shown.name },
            { name: 'Description', value: shown.description === '' ? NOTHING : shown.description },
            ...(more ? [{ name: more.label, value: more.show(words) }] : []),
          ]}
        />
      )}
    </Card>
  );
}

type Choice = 'ours' | 'theirs';

interface WordsFormProps<W extends Words> extends WordsCardProps<W> {
  draftName: string;
  kept: Draft | undefined;
}

function WordsForm<W extends Words>(props: WordsFormProps<W>) {
  const { noun, words, save, onClose, more } = props;
  /** Another's change while the form is open must not slip under it. */
  const edit = useEdit(props.draftName, words, props.kept);
  const { base, ours } = edit;
  const [theirs, setTheirs] = useState<Extract<SaveReply<W>, { kind: 'changed' }>>();
  const [keep, setKeep] = useState<Record<string, Choice>>({});
  const [problem, setProblem] = useState<AppError>();
  const [busy, setBusy] = useState(false);
  const offline = useWhyNoWrite() !== undefined;
  const parts = partsOf(more);
  const differs = (one: W, other: W) => parts.some((part) => !part.same(one, other));
  const changed = differs(ours, base);
  const messages = problem ? fieldMessages(problem) : {};
  const onField = Object.keys(messages).length > 0;
  const nameMessage = messages.name ?? (ours.name.trim() === '' ? `The ${noun} needs a name.` : undefined);
  const question = useLeaveGuard({
    dirty: () => changed,
    undone: `What you changed on this ${noun} is not saved yet.`,
    draft: edit.draft,
  });
  const close = () => {
    edit.giveUp();
    onClose();
  };
  const send = async (wanted: W, from: W) => {
    setProblem(undefined);
    setBusy(true);
    try {
      const reply = await save(wanted, from);
      if (reply.kind === 'changed') return setTheirs(reply);
      ToastQueue.positive(`The ${noun} was saved`, { timeout: 5000 });
      close();
    } catch (cause) {
      setProblem(appErrorOf(cause));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || offline) return;
    if (!theirs) return void send(ours, base);
    const chosen = parts.reduce(
      (words, part) => (keep[part.label] === 'theirs' ? part.take(words, theirs.theirs) : words),
      ours,
    );
    edit.rebase(theirs.theirs, chosen);
    setTheirs(undefined);
    void send(chosen, theirs.theirs);
  };
  const clashes = theirs
    ? parts.filter((part) => !part.same(theirs.theirs, base) && !part.same(ours, theirs.theirs))
    : [];
  const nothing = !changed && !theirs ? 'Nothing is changed yet' : undefined;
  return (
    <form className={styles.fields} noValidate onSubmit={submit}>
      {edit.notice}
      {theirs ? (
        <>
          <TheirChange at={theirs.at} by={theirs.by}>
            Choose what to keep.
          </TheirChange>
          {clashes.map((part) => (
            <RadioGroup
              key={part.label}
              label={part.label}
              value={keep[part.label] ?? 'ours'}
              onChange={(value) => setKeep({ ...keep, [part.label]: value === 'theirs' ? 'theirs' : 'ours' })}
            >
              <Radio value="ours">Yours: {part.tell(ours)}</Radio>
              <Radio value="theirs">Theirs: {part.tell(theirs.theirs)}</Radio>
            </RadioGroup>
          ))}
        </>
      ) : (
        <>
          <TextField
            label={`Name of the ${noun}`}
            isRequired
            necessityIndicator="label"
            autoFocus
            autoComplete="off"
            value={ours.name}
            onChange={(name) => edit.change({ ...ours, name })}
            isInvalid={nameMessage !== undefined}
            errorMessage={nameMessage ?? ''}
            validationBehavior="aria"
            styles={style({ width: 'full' })}
          />
          <TextArea
            label="Description"
            necessityIndicator="label"
            value={ours.description}
            onChange={(description) => edit.change({ ...ours, description })}
            isInvalid={messages.description !== undefined}
            errorMessage={messages.description ?? ''}
            validationBehavior="aria"
            styles={style({ width: 'full' })}
          />
          {more?.edit(ours, edit.change, messages)}
        </>
      )}
      <FormFoot
        submit={`Save ${noun}`}
        busy={busy}
        whyNot={nothing}
        problem={onField ? undefined : problem}
        draft={edit.draft}
        onRetry={() => void send(ours, base)}
        onCancel={close}
      />
      {question}
    </form>
  );
}

interface Part<W> {
  label: string;
  tell: (words: W) => string;
  same: (one: W, other: W) => boolean;
  take: (into: W, from: W) => W;
}

function partsOf<W extends Words>(more: MorePart<W> | undefined): readonly Part<W>[] {
  return [
    {
      label: 'Name',
      tell: ({ name }) => `“${name}”`,
      same: (one, other) => one.name === other.name,
      take: (into, from) => ({ ...into, name: from.name }),
    },
    {
      label: 'Description',
      tell: ({ description }) => (description === '' ? 'no description' : `“${description}”`),
      same: (one, other) => one.description === other.description,
      take: (into, from) => ({ ...into, description: from.description }),
    },
    ...(more ? [more] : []),
  ];
}
