// One line that opens to what lies behind it. The whole line is pressed; a chevron says which way it stands, before
// the words or, where they have a mark of their own, behind them.
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight';
import type { ReactNode } from 'react';
import styles from './Fold.module.css';
import { Glyph } from './Glyph';
import { NamedLine } from './NamedLine';

interface FoldProps {
  mark?: ReactNode;
  name: string;
  sentence: string;
  /** At the end of the line. */
  end?: ReactNode;
  children: ReactNode;
}

export function Fold({ mark, name, sentence, end, children }: FoldProps) {
  const chevron = (
    <span className={styles.chevron}>
      <Glyph of={ChevronRight} size={16} />
    </span>
  );
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        {mark ?? chevron}
        <NamedLine name={name} line={sentence} />
        {end}
        {mark && chevron}
      </summary>
      {children}
    </details>
  );
}
