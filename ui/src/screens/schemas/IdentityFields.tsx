// Which field says whom a record is about, and what kind of ID it holds.

import { Picker, PickerItem, Switch, Text } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { namespacesQuery } from '../../api/schemaQueries';
import { useSession } from '../../api/session';
import { Strip } from '../../kit/Strip';
import words from '../../kit/words.module.css';
import { CallProblem } from '../parts/CallProblem';
import styles from './schemas.module.css';

const wide = style({ width: 'full' });

export interface IdentityValues {
  path: string;
  namespace: string;
  primary: boolean;
}

interface IdentityFieldsProps {
  /** Paths of the fields that may be one. */
  options: readonly string[];
  values: IdentityValues;
  onChange: (part: Partial<IdentityValues>) => void;
  messages: Partial<Record<keyof IdentityValues, string | undefined>>;
}

export function IdentityFields({ options, values, onChange, messages }: IdentityFieldsProps) {
  const session = useSession();
  const { data: namespaces, error, refetch } = useQuery(namespacesQuery(session.key));
  const said = (errorMessage: string | undefined) =>
    errorMessage === undefined ? {} : { isInvalid: true, errorMessage };
  return (
    <>
      {options.length === 0 ? (
        <p className={words.second}>There is no text field that could be an identity.</p>
      ) : (
        <Picker
          label="Field"
          placeholder="Choose a text field"
          items={options.map((id) => ({ id }))}
          selectedKey={values.path === '' ? null : values.path}
          onSelectionChange={(key) => onChange({ path: String(key) })}
          {...said(messages.path)}
          styles={wide}
        >
          {({ id }) => <PickerItem id={id}>{id}</PickerItem>}
        </Picker>
      )}
      {error && <CallProblem error={error} onRetry={() => void refetch()} />}
      {namespaces && (
        <Picker
          label="What kind of ID it holds (namespace)"
          description="Pendo has none of Adobe’s. Your administrator can add one in Experience Platform under Identities."
          placeholder="Choose a namespace"
          items={namespaces}
          selectedKey={values.namespace === '' ? null : values.namespace}
          onSelectionChange={(key) => onChange({ namespace: String(key) })}
          {...said(messages.namespace)}
          styles={wide}
        >
          {({ code, name, own }) => (
            <PickerItem id={code} textValue={name}>
              <Text slot="label">{name}</Text>
              <Text slot="description">{own ? `Your organisation’s · ${code}` : `Adobe’s · ${code}`}</Text>
            </PickerItem>
          )}
        </Picker>
      )}
      <div>
        <Switch isSelected={values.primary} onChange={(primary) => onChange({ primary })}>
          Primary identity
        </Switch>
        {messages.primary !== undefined && (
          <p className={styles.error} role="alert">
            {messages.primary}
          </p>
        )}
      </div>
      {values.primary && (
        <Strip tone="notice">
          <span>
            <strong>Every record then needs this field.</strong> An event in which it is empty is not ingested
            at all.
          </span>
        </Strip>
      )}
    </>
  );
}
