// The form for a new dataset, source connection or target connection. It is kept as a draft, checked while it is
// typed, and what Adobe refuses stands on its field.

import { Checkbox, TextArea, TextField, ToastQueue } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../api/bindings/AppError';
import type { ResourceRef } from '../../api/bindings/ResourceRef';
import { appErrorOf, fieldMessages } from '../../api/errors';
import words from '../../kit/words.module.css';
import { DraftBack } from '../parts/DraftNotes';
import type { PagePath } from '../parts/pagePath';
import styles from '../parts/resource/Form.module.css';
import { FormFoot } from '../parts/resource/FormFoot';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import { type Restored, useReturning } from '../parts/useReturning';
import { EMPTY, isTouched, type NewValues } from './newValues';
import { TagFields } from './TagFields';

const wide = style({ width: 'full' });

export interface NewForm {
  /** In the middle of a sentence, such as "dataset". */
  noun: string;
  list: PagePath;
  /** Name of its draft. */
  draft: string;
  /** The field that a refusal of what was picked names. */
  pickedField: string;
  /** Said while nothing is picked. */
  pickFirst: string;
  /** The field to pick with. */
  pick: (
    picked: string | null,
    onPick: (id: string | null) => void,
    message: string | undefined,
  ) => ReactNode;
  /** A name to begin with, once something is picked. */
  suggest: (picked: string) => string;
  /** Names that are taken already, as far as they are known. */
  taken: readonly string[];
  /** Has error diagnostics and tags. */
  isDataset: boolean;
  create: (values: NewValues) => Promise<ResourceRef>;
  /** Where what was made is shown. */
  open: (id: string) => void;
}

interface NewResourceFormProps {
  form: NewForm;
  restored: Restored<NewValues> | undefined;
}

export function NewResourceForm({ form, restored }: NewResourceFormProps) {
  const { noun, list, isDataset } = form;
  const navigate = useNavigate();
  const { values, setValues, draft, returnedFrom, restart, forget } = useReturning<NewValues>(
    form.draft,
    () => restored,
    () => EMPTY,
  );
  /** Until somebody types one, the name follows what is picked. */
  const [named, setNamed] = useState(values.name !== '');
  const [refused, setRefused] = useState<AppError>();
  const [busy, setBusy] = useState(false);
  const done = useRef(false);
  const place = useFirstRefused(refused);
  const question = useLeaveGuard({
    dirty: () => isTouched(values) && !done.current,
    undone: `The ${noun} is not made yet.`,
    draft,
  });
  const messages = refused ? fieldMessages(refused) : {};
  const nameMessage = messages.name ?? nameProblem(form, values, named);
  const change = (part: Partial<NewValues>) => {
    setValues((before) => ({ ...before, ...part }));
    setRefused((before) => before && without(before, part, form.pickedField));
  };
  const pick = (id: string | null) =>
    change({ picked: id, ...(!named && { name: id === null ? '' : form.suggest(id) }) });

  const submit = async () => {
    if (busy) return;
    setRefused(undefined);
    setBusy(true);
    try {
      const { id } = await form.create(values);
      done.current = true;
      forget();
      ToastQueue.positive(`${values.name.trim()} was created`, { timeout: 5000 });
      form.open(id);
    } catch (cause) {
      setRefused(appErrorOf(cause));
      setBusy(false);
    }
  };
  const startOver = () => {
    setNamed(false);
    setRefused(undefined);
    restart(EMPTY);
  };
  return (
    <form
      ref={place}
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      {returnedFrom !== undefined && <DraftBack savedAt={returnedFrom} onStartOver={startOver} />}
      {form.pick(values.picked, pick, messages[form.pickedField])}
      <TextField
        label={`Name of the ${noun}`}
        description="People see this name here and in Experience Platform."
        isRequired
        necessityIndicator="label"
        autoComplete="off"
        value={values.name}
        onChange={(name) => {
          setNamed(true);
          change({ name });
        }}
        isInvalid={nameMessage !== undefined}
        errorMessage={nameMessage ?? ''}
        validationBehavior="aria"
        styles={wide}
      />
      <TextArea
        label="Description"
        necessityIndicator="label"
        value={values.description}
        onChange={(description) => change({ description })}
        isInvalid={messages.description !== undefined}
        errorMessage={messages.description ?? ''}
        validationBehavior="aria"
        styles={wide}
      />
      {isDataset && (
        <>
          <div>
            <Checkbox
              isSelected={values.errorDiagnostics}
              onChange={(errorDiagnostics) => change({ errorDiagnostics })}
            >
              Keep error diagnostics
            </Checkbox>
            <p className={words.under}>
              Experience Platform then keeps the reasons why records were refused. Without them nobody can
              tell.
            </p>
          </div>
          <TagFields tags={values.tags} onChange={(tags) => change({ tags })} messages={messages} />
        </>
      )}
      <FormFoot
        isPage
        draft={draft}
        submit={`Create ${noun}`}
        busy={busy}
        whyNot={values.picked === null ? form.pickFirst : nameMessage && 'Correct the name first'}
        problem={refused && Object.keys(messages).length === 0 ? refused : undefined}
        onRetry={() => void submit()}
        onCancel={() => void navigate({ to: list })}
      />
      {question}
    </form>
  );
}

function nameProblem(form: NewForm, { name, picked }: NewValues, named: boolean): string | undefined {
  const plain = name.trim();
  if (plain === '') return named || picked !== null ? `The ${form.noun} needs a name.` : undefined;
  return form.taken.includes(plain)
    ? `A ${form.noun} named “${plain}” exists already. Choose another name.`
    : undefined;
}

/** A field that is changed stops complaining at once. */
function without(refused: AppError, part: Partial<NewValues>, pickedField: string): AppError | undefined {
  const changed = Object.keys(part).map((key) => (key === 'picked' ? pickedField : key));
  const fields = refused.fields.filter(({ field }) => !changed.includes(field.split('.')[0] ?? field));
  return fields.length > 0 ? { ...refused, fields } : undefined;
}

/** Moves focus to the first field that was refused. */
function useFirstRefused(refused: AppError | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refused)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')?.focus();
  }, [refused]);
  return form;
}
