// A field for JSON: code font, no spell checking, its own refusal below it. Text or a file can be dropped on it.
import { type ClipboardEvent, type DragEvent, useId } from 'react';
import styles from './CodeField.module.css';

interface CodeFieldProps {
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** A file was dropped. */
  onFile?: (file: File) => void;
  /** Return false to refuse what is being pasted before it lands in the field. */
  allowPaste?: (text: string) => boolean;
  rows: number;
}

export function CodeField(props: CodeFieldProps) {
  const { label, description, error, value, onChange, onFile, allowPaste, rows } = props;
  const id = useId();
  const help = `${id}help`;
  const onPaste = (event: ClipboardEvent) => {
    if (allowPaste && !allowPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    const file = event.dataTransfer.files[0];
    if (!file || !onFile) return;
    event.preventDefault();
    onFile(file);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles.input}
        value={value}
        rows={rows}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={help}
        onChange={(event) => onChange(event.target.value)}
        onPaste={onPaste}
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
      />
      <div
        id={help}
        className={styles.help}
        data-error={error === undefined ? undefined : true}
        aria-live="polite"
      >
        {error ?? description}
      </div>
    </div>
  );
}
