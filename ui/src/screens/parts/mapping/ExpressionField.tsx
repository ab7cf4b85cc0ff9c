// An expression of the platform's language: functions and fields are offered for the word that is being written, and
// the platform says whether it can be worked out.

import type { TextFieldRef } from '@react-spectrum/s2';
import { TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { SourceField } from '../../../api/bindings/SourceField';
import { useSession } from '../../../api/session';
import { expressionQuery, functionsQuery } from '../../../api/setupQueries';
import { useDebounced } from '../../../kit/useDebounced';
import { completed, completions, lastWord } from './completions';
import styles from './ExpressionField.module.css';

const TYPING_MS = 400;

interface ExpressionFieldProps {
  value: string;
  onChange: (text: string) => void;
  fields: readonly SourceField[];
}

export function ExpressionField({ value, onChange, fields }: ExpressionFieldProps) {
  const session = useSession();
  const field = useRef<TextFieldRef>(null);
  const { data: functions = [] } = useQuery(functionsQuery(session.key));
  const settled = useDebounced(value, TYPING_MS);
  const verdict = useQuery({ ...expressionQuery(session.key, settled), enabled: settled.trim() !== '' });
  const said = settled === value && value.trim() !== '' ? verdict.data : undefined;
  const offered = completions(value, functions, fields);
  const known = functions.find(({ name }) => name === openFunction(value));
  return (
    <div className={styles.place}>
      <TextField
        ref={field}
        label="Expression"
        description={known ? helpOf(known) : 'Data Prep’s language, such as concat(app.name, “ web”)'}
        value={value}
        onChange={onChange}
        autoFocus={value === ''}
        isInvalid={said?.valid === false}
        errorMessage={said?.message ?? ''}
        autoComplete="off"
        spellCheck="false"
        styles={style({ width: 'full' })}
      />
      {said?.valid === true && offered.length === 0 && (
        <p className={styles.valid} role="status">
          Experience Platform can work this out.
        </p>
      )}
      {offered.length > 0 && lastWord(value).length > 0 && (
        <ul className={styles.offers} aria-label="Functions and fields">
          {offered.map((one) => (
            <li key={`${one.text} ${one.label}`}>
              <button
                type="button"
                className={styles.offer}
                onClick={() => {
                  onChange(completed(value, one));
                  field.current?.focus();
                }}
              >
                <code className={styles.label}>{one.label}</code>
                <span className={styles.about}>{one.about}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The function whose brackets are open at the end. */
function openFunction(text: string): string | undefined {
  return /([A-Za-z_]\w*)\([^()]*$/.exec(text)?.[1];
}

function helpOf({ syntax, about, example }: { syntax: string; about: string; example: string }): string {
  return [syntax, about, example].filter((part) => part !== '').join(' · ');
}
