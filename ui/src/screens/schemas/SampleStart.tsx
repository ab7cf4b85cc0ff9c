// The sample event that a schema is made from: pasted, dropped or picked, and what was read of it.

import { ActionButton, Button } from '@react-spectrum/s2';
import type { ShapeField } from '../../api/bindings/ShapeField';
import { appErrorOf } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { CodeField } from '../../kit/CodeField';
import { Strip } from '../../kit/Strip';
import words from '../../kit/words.module.css';
import { formatCount, plural } from '../../lib/number';
import { whyTooLarge } from '../../lib/size';
import { BrowseButton } from '../parts/BrowseButton';
import { useBoundedText } from '../parts/useBoundedText';
import { ExampleMenu } from './ExampleMenu';
import { ShapeTable } from './ShapeTable';
import styles from './schemas.module.css';
import { inSchema, type SchemaValues } from './values';

interface SampleStartProps {
  values: SchemaValues;
  change: (part: Partial<SchemaValues>) => void;
  onField: (place: number, part: Partial<ShapeField>) => void;
  problems: ReadonlyMap<number, string>;
  /** What was refused of the sample or of its fields as a whole. */
  message: string | undefined;
}

export function SampleStart({ values, change, onField, problems, message }: SampleStartProps) {
  const { text, shape } = values;
  const read = useWrite('read_schema_sample');
  const take = (sample: string) => {
    change({ text: sample });
    read.mutate(
      { text: sample },
      { onSuccess: (found) => change({ shape: found, identity: { ...values.identity, path: '' } }) },
    );
  };
  const { refusal, takeFile, field } = useBoundedText({
    whyNot: whyTooLarge,
    onTry: read.reset,
    onText: (next) => change({ text: next }),
    onFileText: take,
  });
  if (shape) {
    const kept = inSchema(shape.fields).filter(Boolean).length;
    return (
      <div className={styles.stack}>
        <div className={styles.line}>
          <span className={words.second} aria-live="polite">
            {plural(kept, 'field', 'fields')} of {formatCount(shape.fields.length)} will be in the schema.
          </span>
          <ActionButton size="S" onPress={() => change({ shape: null })}>
            Use another sample
          </ActionButton>
        </div>
        {shape.warnings.map((warning) => (
          <Strip key={warning} tone="notice">
            <span>{warning}</span>
          </Strip>
        ))}
        {message !== undefined && (
          <p className={styles.error} role="alert">
            {message}
          </p>
        )}
        <ShapeTable shape={shape} problems={problems} onChange={onField} />
      </div>
    );
  }
  const error = read.error ? sentence(read.error) : (refusal ?? message);
  return (
    <div className={styles.stack}>
      <CodeField
        label="A sample event, as JSON"
        description="One event as it is sent; 1 MB at most. It stays on this computer: only names and types go to Adobe."
        error={error}
        rows={10}
        value={text}
        {...field}
      />
      <div className={styles.line}>
        <Button
          variant="primary"
          size="S"
          onPress={() => take(text)}
          isDisabled={text.trim() === '' || read.isPending}
        >
          {read.isPending ? 'Reading…' : 'Read its fields'}
        </Button>
        <BrowseButton types={['application/json', '.json', '.txt']} onFile={takeFile} />
        <ExampleMenu onTake={take} />
      </div>
    </div>
  );
}

function sentence(cause: unknown): string {
  const { title, hint } = appErrorOf(cause);
  return `${title} ${hint}`.trim();
}
