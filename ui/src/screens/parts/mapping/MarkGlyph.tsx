// How a field stands, at the end of its row in a tree: a mark for the eye, words for the ear.
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import Checkmark from '@react-spectrum/s2/icons/Checkmark';
import { Glyph } from '../../../kit/Glyph';
import styles from './MarkGlyph.module.css';
import type { Mark } from './marks';

interface MarkGlyphProps {
  mark: Mark;
  /** Undefined where there is nothing to say. */
  words: string | undefined;
}

export function MarkGlyph({ mark, words }: MarkGlyphProps) {
  return (
    <span className={styles.mark}>
      {words !== undefined && <span className={styles.unseen}>{withTrouble(words, mark)}</span>}
      {mark === 'good' && <Glyph of={Checkmark} size={14} tone="positive" />}
      {mark === 'warning' && <Glyph of={AlertTriangle} size={14} tone="notice" />}
      {mark === 'error' && <Glyph of={AlertDiamond} size={14} tone="negative" />}
    </span>
  );
}

function withTrouble(words: string, mark: Mark): string {
  if (mark === 'warning') return `${words}, with a warning`;
  return mark === 'error' ? `${words}, with an error` : words;
}
