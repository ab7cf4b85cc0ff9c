// The identity fields of a schema, with the form to mark one more. Off by default: an empty primary identity fails
// the whole record, and that is said before anything is pressed.

import { ActionButton, Button, Text, ToastQueue } from '@react-spectrum/s2';
import Add from '@react-spectrum/s2/icons/Add';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../api/bindings/AppError';
import type { IdentityField } from '../../api/bindings/IdentityField';
import type { SchemaDetail } from '../../api/bindings/SchemaDetail';
import { appErrorOf, fieldMessages } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { Card } from '../../kit/Card';
import { useFirstFocus } from '../../kit/useFirstFocus';
import words from '../../kit/words.module.css';
import { CallProblem } from '../parts/CallProblem';
import { FormFoot } from '../parts/resource/FormFoot';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { IdentityFields } from './IdentityFields';
import styles from './schemas.module.css';

interface IdentityCardProps {
  schema: SchemaDetail;
  onRetry: () => void;
}

export function IdentityCard({ schema, onRetry }: IdentityCardProps) {
  const { identities, identitiesProblem } = schema;
  const [open, setOpen] = useState(false);
  const offline = useWhyNoWrite();
  return (
    <Card
      title="Identities"
      aside={
        !open && (
          <Button
            size="S"
            variant="secondary"
            onPress={() => setOpen(true)}
            isDisabled={offline !== undefined}
          >
            <Add />
            <Text>Mark a field</Text>
          </Button>
        )
      }
    >
      <div className={styles.stack}>
        <p className={words.second}>
          An identity says whom a record is about. A schema needs none to take in events; Profile does.
        </p>
        {identitiesProblem && <CallProblem tone="notice" error={identitiesProblem} onRetry={onRetry} />}
        {identities.length > 0 && (
          <ul className={styles.parts}>
            {identities.map((identity) => (
              <Marked key={identity.id} schema={schema} identity={identity} />
            ))}
          </ul>
        )}
        {open && <MarkForm schema={schema} onClose={() => setOpen(false)} />}
      </div>
    </Card>
  );
}

function Marked({ schema, identity }: { schema: SchemaDetail; identity: IdentityField }) {
  const unmark = useWrite('unmark_identity');
  const offline = useWhyNoWrite();
  const { id, path, namespace, role } = identity;
  const remove = () =>
    unmark.mutate(
      { schemaId: schema.row.id, identityId: id },
      { onSuccess: () => ToastQueue.positive(`${path} is no identity any more`, { timeout: 5000 }) },
    );
  return (
    <li>
      <span className={styles.kind}>{role === 'primary' ? 'Primary identity' : 'Identity'}</span>
      <span className={styles.line}>
        <span className={styles.path} title={path}>
          {path}
        </span>
        <span className={words.second}>{namespace}</span>
        <ActionButton
          isQuiet
          size="S"
          aria-label={`Remove the mark from ${path}`}
          onPress={remove}
          isDisabled={offline !== undefined || unmark.isPending}
        >
          Remove
        </ActionButton>
      </span>
      {unmark.error && <CallProblem error={unmark.error} onRetry={remove} />}
    </li>
  );
}

function MarkForm({ schema, onClose }: { schema: SchemaDetail; onClose: () => void }) {
  const mark = useWrite('mark_identity');
  const place = useFirstFocus<HTMLFormElement>();
  const [values, setValues] = useState({ path: '', namespace: '', primary: false });
  const [problem, setProblem] = useState<AppError>();
  const messages = problem ? fieldMessages(problem) : {};
  const marked = new Set(schema.identities.map(({ path }) => path));
  const options = schema.fields.filter(({ kind, path }) => kind === 'text' && !marked.has(path));
  const missing = values.path === '' || values.namespace === '';
  const submit = () => {
    setProblem(undefined);
    mark.mutate(
      { schemaId: schema.row.id, ...values },
      {
        onSuccess: () => {
          ToastQueue.positive(`${values.path} is marked as identity`, { timeout: 5000 });
          onClose();
        },
        onError: (cause) => setProblem(appErrorOf(cause)),
      },
    );
  };
  return (
    <form
      ref={place}
      className={styles.stack}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!mark.isPending && !missing) submit();
      }}
    >
      <IdentityFields
        options={options.map(({ path }) => path)}
        values={values}
        onChange={(part) => {
          setValues({ ...values, ...part });
          setProblem(undefined);
        }}
        messages={{ path: messages.path, namespace: messages.namespace, primary: messages.primary }}
      />
      <FormFoot
        submit={mark.isPending ? 'Marking…' : 'Mark as identity'}
        busy={false}
        whyNot={missing ? 'Choose a field and a namespace' : undefined}
        problem={problem && problem.fields.length === 0 ? problem : undefined}
        onRetry={submit}
        onCancel={onClose}
      />
    </form>
  );
}
