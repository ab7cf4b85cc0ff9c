// What a row is about: its name, what kind of thing it is, and a smaller line below.
import type { ReactNode } from 'react';
import styles from './NamedLine.module.css';

interface NamedLineProps {
  name: string;
  /** Its id, for the tooltip of the name. */
  id?: string | undefined;
  kind?: string;
  /** Nothing for an empty text. */
  line: ReactNode;
}

export function NamedLine({ name, id, kind, line }: NamedLineProps) {
  return (
    <span className={styles.words}>
      <span>
        <span className={styles.name} title={id}>
          {name}
        </span>
        {kind && <span className={styles.kind}> {kind}</span>}
      </span>
      {line !== '' && <span className={styles.line}>{line}</span>}
    </span>
  );
}
