// The form of a new account. What is secret leaves it with the press that sends it.
import { Picker, PickerItem, TextArea, TextField, ToastQueue } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { AccountSource } from '../../api/bindings/AccountSource';
import type { AppError } from '../../api/bindings/AppError';
import { useWrite } from '../../api/mutations';
import { FormFoot } from '../parts/resource/FormFoot';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { AuthFields } from './AuthFields';
import styles from './accounts.module.css';
import {
  type AuthValues,
  isOnFields,
  isTouched,
  type Messages,
  messageOf,
  messagesOf,
  startingValues,
  toParams,
  withoutSecrets,
} from './authValues';
import { useFirstProblem } from './useFirstProblem';

const wide = style({ width: 'full' });

export function NewAccountForm({ sources }: { sources: readonly AccountSource[] }) {
  const navigate = useNavigate();
  const create = useWrite('create_account');
  const offline = useWhyNoWrite() !== undefined;
  const [specId, setSpecId] = useState<string>();
  const [wayName, setWayName] = useState<string>();
  /** Until somebody types one, the account is called after its source. */
  const [typedName, setTypedName] = useState<string>();
  const [description, setDescription] = useState('');
  const [values, setValues] = useState<AuthValues>({});
  const [messages, setMessages] = useState<Messages>({});
  const [problem, setProblem] = useState<AppError>();
  const done = useRef(false);
  const form = useFirstProblem(messages);

  const source = sources.find((one) => one.specId === specId);
  const way = source?.ways.find(({ name }) => name === wayName) ?? source?.ways[0];
  const fields = way?.fields ?? [];
  const name = typedName ?? source?.name ?? '';
  const touched = typedName !== undefined || description !== '' || isTouched(fields, values);
  const question = useLeaveGuard({
    dirty: () => touched && !done.current,
    lost: 'The account is not made yet, and what you entered is not kept.',
  });

  const choose = (source: AccountSource | undefined, way = source?.ways[0]) => {
    setSpecId(source?.specId);
    setWayName(way?.name);
    setValues(startingValues(way?.fields ?? []));
    setMessages({});
    setProblem(undefined);
  };

  const submit = () => {
    if (!source || !way || create.isPending || offline) return;
    setMessages({});
    setProblem(undefined);
    const params = toParams(fields, values);
    // One way only: out of the fields before the answer is known.
    setValues(withoutSecrets(fields, values));
    create.mutate(
      { specId: source.specId, way: way.name, name, description, params },
      {
        onSuccess: ({ accountId }) => {
          done.current = true;
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
      <Picker
        label="Source"
        description="The sources that your organisation is offered and that Adobe has to sign in to."
        placeholder="Choose a source"
        isRequired
        necessityIndicator="label"
        selectedKey={specId ?? null}
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
            onChange={setTypedName}
            validationBehavior="aria"
            {...said('name')}
            styles={wide}
          />
          <TextArea
            label="Description"
            necessityIndicator="label"
            value={description}
            onChange={setDescription}
            styles={wide}
          />
          <section className={styles.asked} aria-labelledby="asked">
            <h2 id="asked" className={styles.section}>
              What {source.name} asks for
            </h2>
            {way.about !== '' && <p className={styles.second}>{way.about}</p>}
            {way.fields.length === 0 && <p className={styles.second}>Nothing. It lets Adobe in as it is.</p>}
            <AuthFields
              fields={way.fields}
              values={values}
              messages={messages}
              onChange={(path, value) => setValues((before) => ({ ...before, [path]: value }))}
            />
            {way.fields.length > 0 && (
              <p className={styles.second}>
                Goes to Adobe once. Inlet keeps no secret and never shows one again.
              </p>
            )}
          </section>
        </>
      )}
      <FormFoot
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
