// The form of a new account. What is secret leaves it with the press that sends it, and is in no draft.

import { Picker, PickerItem, TextArea, TextField, ToastQueue } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { AccountSource } from '../../api/bindings/AccountSource';
import type { AppError } from '../../api/bindings/AppError';
import { useWrite } from '../../api/mutations';
import words from '../../kit/words.module.css';
import { DraftBack } from '../parts/DraftNotes';
import { FormFoot } from '../parts/resource/FormFoot';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import type { Restored } from '../parts/useReturning';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { AuthFields } from './AuthFields';
import type { AccountDraft } from './accountDraft';
import styles from './accounts.module.css';
import { isOnFields, type Messages, messageOf, messagesOf, toParams } from './authValues';
import { useAccountForm } from './useAccountForm';
import { useFirstProblem } from './useFirstProblem';

const wide = style({ width: 'full' });

interface NewAccountFormProps {
  sources: readonly AccountSource[];
  restored: Restored<AccountDraft> | undefined;
}

export function NewAccountForm({ sources, restored }: NewAccountFormProps) {
  const navigate = useNavigate();
  const create = useWrite('create_account');
  const offline = useWhyNoWrite() !== undefined;
  const entered = useAccountForm(sources, restored);
  const { source, way, fields, name, description, values, draft, change } = entered;
  const [messages, setMessages] = useState<Messages>({});
  const [problem, setProblem] = useState<AppError>();
  const done = useRef(false);
  const form = useFirstProblem(messages);

  const question = useLeaveGuard({
    dirty: () => entered.touched && !done.current,
    undone: 'The account is not made yet.',
    draft,
    except: 'secrets',
  });

  const clear = () => {
    setMessages({});
    setProblem(undefined);
  };
  const choose: typeof entered.choose = (...chosen) => {
    entered.choose(...chosen);
    clear();
  };

  const submit = () => {
    if (!source || !way || create.isPending || offline) return;
    clear();
    const params = toParams(fields, values);
    // One way only: out of the fields before the answer is known.
    entered.dropSecrets();
    create.mutate(
      { specId: source.specId, way: way.name, name, description, params },
      {
        onSuccess: ({ accountId }) => {
          done.current = true;
          entered.forget();
          ToastQueue.positive(`${name.trim()} was created`, { timeout: 5000 });
          void navigate({ to: '/accounts/$accountId', params: { accountId }, replace: true });
        },
        onError: ({ app }) => {
          setMessages(messagesOf(app, fields));
          if (!isOnFields(app, fields)) setProblem(app);
        },
      },
    );
  };

  const said = (field: string) => {
    const errorMessage = messageOf(messages, field);
    return errorMessage === undefined ? {} : { isInvalid: true, errorMessage };
  };

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {restored && entered.returned && (
        <DraftBack
          savedAt={restored.savedAt}
          note="Secrets are never kept. Go on where you stopped."
          onStartOver={() => {
            entered.startOver();
            clear();
          }}
        />
      )}
      <Picker
        label="Source"
        description="The sources that your organisation is offered and that Adobe has to sign in to."
        placeholder="Choose a source"
        isRequired
        necessityIndicator="label"
        selectedKey={source?.specId ?? null}
        onSelectionChange={(key) => choose(sources.find((one) => one.specId === key))}
        {...said('specId')}
        styles={wide}
      >
        {sources.map((one) => (
          <PickerItem key={one.specId} id={one.specId}>
            {one.name}
          </PickerItem>
        ))}
      </Picker>
      {source && way && (
        <>
          {source.ways.length > 1 && (
            <Picker
              label="How it signs in"
              isRequired
              necessityIndicator="label"
              selectedKey={way.name}
              onSelectionChange={(key) =>
                choose(
                  source,
                  source.ways.find(({ name }) => name === key),
                )
              }
              {...said('way')}
              styles={wide}
            >
              {source.ways.map((one) => (
                <PickerItem key={one.name} id={one.name}>
                  {one.name}
                </PickerItem>
              ))}
            </Picker>
          )}
          <TextField
            label="Name of the account"
            description="People see this name here and in Experience Platform."
            isRequired
            necessityIndicator="label"
            autoComplete="off"
            value={name}
            onChange={(typed) => change({ name: typed })}
            validationBehavior="aria"
            {...said('name')}
            styles={wide}
          />
          <TextArea
            label="Description"
            necessityIndicator="label"
            value={description}
            onChange={(text) => change({ description: text })}
            styles={wide}
          />
          <section className={styles.asked} aria-labelledby="asked">
            <h2 id="asked" className={words.section}>
              What {source.name} asks for
            </h2>
            {way.about !== '' && <p className={words.second}>{way.about}</p>}
            {way.fields.length === 0 && <p className={words.second}>Nothing. It lets Adobe in as it is.</p>}
            <AuthFields
              fields={way.fields}
              values={values}
              messages={messages}
              onChange={(path, value) => change({ values: { ...values, [path]: value } })}
            />
            {way.fields.length > 0 && (
              <p className={words.second}>
                Goes to Adobe once. Inlet keeps no secret and never shows one again.
              </p>
            )}
          </section>
        </>
      )}
      <FormFoot
        isPage
        draft={draft}
        submit="Create account"
        busy={create.isPending}
        whyNot={source ? undefined : 'Choose a source first'}
        problem={problem}
        onRetry={submit}
        onCancel={() => void navigate({ to: '/accounts' })}
      />
      {question}
    </form>
  );
}
