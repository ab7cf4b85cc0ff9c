// The form of a new schema: what a person decides. Everything else (class ids, field types in Adobe's words, the
// object that the fields lie in) is filled in.

import { TextArea, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useMemo } from 'react';
import type { AppError } from '../../api/bindings/AppError';
import type { SchemaMaking } from '../../api/bindings/SchemaMaking';
import { appErrorOf, fieldMessages } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { ChoiceCards } from '../../kit/ChoiceCards';
import words from '../../kit/words.module.css';
import type { KeptDraft } from '../parts/DraftNotes';
import { FormFoot } from '../parts/resource/FormFoot';
import { GroupsChoice } from './GroupsChoice';
import { IdentitySection } from './IdentitySection';
import { SampleStart } from './SampleStart';
import { StarterStart } from './StarterStart';
import styles from './schemas.module.css';
import { nameProblems, type SchemaValues, type Start, toForm, withField } from './values';

const wide = style({ width: 'full' });

const CLASSES = [
  {
    id: 'event' as const,
    title: 'Events',
    text: 'Something happened at a time, as Pendo sends it. Adobe calls this XDM ExperienceEvent.',
    mark: 'Usual',
  },
  {
    id: 'profile' as const,
    title: 'Profiles',
    text: 'What is known of a person. Adobe calls this XDM Individual Profile; a webhook seldom sends it.',
  },
];

const STARTS: readonly { id: Start; title: string; text: string }[] = [
  { id: 'sample', title: 'A sample event', text: 'Fields and types are read from an event of your own.' },
  {
    id: 'starter',
    title: 'The Pendo starter',
    text: 'The fields that Pendo’s guide, poll and NPS events have.',
  },
  { id: 'field_groups', title: 'Field groups', text: 'Sets of fields that exist already, yours or Adobe’s.' },
];

interface NewSchemaFormProps {
  values: SchemaValues;
  setValues: (next: (before: SchemaValues) => SchemaValues) => void;
  draft: KeptDraft;
  refused: AppError | undefined;
  onRefused: (refused: AppError | undefined) => void;
  onStarted: (making: SchemaMaking) => void;
}

export function NewSchemaForm(props: NewSchemaFormProps) {
  const { values, setValues, draft, refused, onRefused, onStarted } = props;
  const navigate = useNavigate();
  const start = useWrite('start_schema');
  const messages = refused ? fieldMessages(refused) : {};
  const fields = values.start === 'sample' ? values.shape?.fields : undefined;
  const problems = useMemo(() => nameProblems(fields ?? []), [fields]);
  const rows = useMemo(() => withRefused(problems, refused), [problems, refused]);
  const change = (part: Partial<SchemaValues>) => {
    setValues((before) => ({ ...before, ...part }));
    onRefused(undefined);
  };
  const submit = () => {
    if (start.isPending) return;
    onRefused(undefined);
    start.mutate(toForm(values), {
      onSuccess: onStarted,
      onError: (cause) => onRefused(appErrorOf(cause)),
    });
  };
  const whyNot = missing(values, problems.size);
  const shown = ['title', 'description', 'fieldGroups', 'sample', 'start', 'fields', 'profile'];
  const onFields = refused?.fields.every(
    ({ field }) => shown.includes(field) || field.startsWith('identity.') || field.startsWith('fields.'),
  );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <Section title="What a record is">
        <ChoiceCards
          label="What a record is"
          choices={CLASSES}
          chosen={values.class}
          onChoose={(kind) =>
            change({
              class: kind,
              fieldGroups: [],
              ...(kind === 'profile' && values.start === 'starter' && { start: 'sample' }),
            })
          }
        />
      </Section>
      <Section title="Where its fields come from">
        <ChoiceCards
          label="Where its fields come from"
          choices={values.class === 'event' ? STARTS : STARTS.filter(({ id }) => id !== 'starter')}
          chosen={values.start}
          onChoose={(chosen) => change({ start: chosen, identity: { ...values.identity, path: '' } })}
        />
        {messages.start !== undefined && (
          <p className={styles.error} role="alert">
            {messages.start}
          </p>
        )}
        {values.start === 'sample' && (
          <SampleStart
            values={values}
            change={change}
            onField={(place, part) => {
              setValues((before) => withField(before, place, part));
              onRefused(undefined);
            }}
            problems={rows}
            message={messages.sample ?? messages.fields}
          />
        )}
        {values.start === 'starter' && <StarterStart />}
        {values.start === 'field_groups' && (
          <GroupsChoice
            kind={values.class}
            chosen={values.fieldGroups}
            onChange={(fieldGroups) => change({ fieldGroups })}
            message={messages.fieldGroups}
          />
        )}
      </Section>
      <Section title="What it is called">
        <TextField
          label="Title of the schema"
          description="People see it here and in Experience Platform. No two schemas share one."
          isRequired
          necessityIndicator="label"
          autoComplete="off"
          value={values.title}
          onChange={(title) => change({ title })}
          isInvalid={messages.title !== undefined}
          errorMessage={messages.title ?? ''}
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
      </Section>
      <IdentitySection values={values} change={change} messages={messages} />
      <FormFoot
        isPage
        draft={draft}
        submit={start.isPending ? 'Checking…' : 'Create schema'}
        busy={false}
        whyNot={whyNot}
        problem={refused && (refused.fields.length === 0 || !onFields) ? refused : undefined}
        onRetry={submit}
        onCancel={() => void navigate({ to: '/schemas' })}
      />
    </form>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.stack}>
      <h2 className={words.section}>{title}</h2>
      {children}
    </section>
  );
}

/** Why it cannot be sent yet; the rest is checked when it is. */
function missing({ start, shape, fieldGroups, title, identity }: SchemaValues, problems: number) {
  if (start === 'sample' && !shape) return 'Read a sample event first';
  if (start === 'field_groups' && fieldGroups.length === 0) return 'Choose a field group first';
  if (problems > 0) return 'Correct the marked names first';
  if (title.trim() === '') return 'Give the schema a title';
  const marks = identity.on && start !== 'field_groups';
  if (marks && (identity.path === '' || identity.namespace === ''))
    return 'Choose the identity, or leave it off';
  return undefined;
}

/** What was refused of single fields, beside what is wrong with their names. */
function withRefused(problems: ReadonlyMap<number, string>, refused: AppError | undefined) {
  const all = new Map(problems);
  for (const { field, message } of refused?.fields ?? []) {
    const place = /^fields\.(\d+)\.name$/.exec(field)?.[1];
    if (place !== undefined) all.set(Number(place), message);
  }
  return all;
}
