// The fields that a source asks for, each as what it is.

import { Checkbox, Picker, PickerItem, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { AuthField } from '../../api/bindings/AuthField';
import { CodeField } from '../../kit/CodeField';
import words from '../../kit/words.module.css';
import styles from './accounts.module.css';
import type { AuthValues, Messages } from './authValues';

interface AuthFieldsProps {
  fields: readonly AuthField[];
  values: AuthValues;
  messages: Messages;
  onChange: (path: string, value: string) => void;
}

export function AuthFields({ fields, ...rest }: AuthFieldsProps) {
  return fields.map((field) =>
    field.kind.kind === 'group' ? (
      <fieldset key={field.path} className={styles.group}>
        <legend className={styles.legend}>{field.label}</legend>
        {field.help !== '' && <p className={words.second}>{field.help}</p>}
        <AuthFields fields={field.kind.fields} {...rest} />
      </fieldset>
    ) : (
      <OneField key={field.path} field={field} {...rest} />
    ),
  );
}

interface OneFieldProps extends Omit<AuthFieldsProps, 'fields'> {
  field: AuthField;
}

function OneField({ field, values, messages, onChange }: OneFieldProps) {
  const { path, label, required, kind } = field;
  const value = values[path] ?? '';
  const message = messages[path];
  const change = (next: string) => onChange(path, next);
  const about = describe(field);
  const common = {
    label,
    ...(about === '' ? {} : { description: about }),
    isRequired: required,
    necessityIndicator: 'label',
    isInvalid: message !== undefined,
    errorMessage: message ?? '',
    validationBehavior: 'aria',
    styles: style({ width: 'full' }),
  } as const;
  switch (kind.kind) {
    case 'boolean':
      return (
        <div>
          <Checkbox isSelected={value === 'true'} onChange={(on) => change(String(on))}>
            {label}
          </Checkbox>
          {about !== '' && <p className={words.under}>{about}</p>}
        </div>
      );
    case 'choice':
      return (
        <Picker
          {...common}
          placeholder="Choose one"
          selectedKey={value === '' ? null : value}
          onSelectionChange={(key) => change(String(key ?? ''))}
        >
          {kind.options.map((option) => (
            <PickerItem key={option.value} id={option.value}>
              {option.label}
            </PickerItem>
          ))}
        </Picker>
      );
    case 'json':
      if (kind.secret) break;
      return (
        <CodeField
          label={`${label} (JSON${required ? ', required' : ''})`}
          description={about}
          error={message}
          value={value}
          onChange={change}
          rows={4}
        />
      );
    default:
  }
  return (
    <TextField
      {...common}
      label={kind.kind === 'json' ? `${label} (JSON)` : label}
      type={kind.kind === 'secret' || kind.kind === 'json' ? 'password' : 'text'}
      inputMode={kind.kind === 'number' ? 'decimal' : kind.kind === 'uri' ? 'url' : 'text'}
      autoComplete="off"
      spellCheck="false"
      value={value}
      onChange={change}
    />
  );
}

function describe({ help, example, kind }: AuthField): string {
  const sentences = [help === '' || /[.!?]$/.test(help) ? help : `${help}.`];
  if (kind.kind === 'number') sentences.push(range(kind.minimum, kind.maximum));
  if (example !== undefined) sentences.push(`Example: ${example}`);
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function range(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return `From ${minimum} to ${maximum}.`;
  if (minimum !== undefined) return `${minimum} or more.`;
  return maximum === undefined ? '' : `${maximum} or less.`;
}
