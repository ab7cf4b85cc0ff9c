// One press that leads in: a name, a line that says where to, and a spinner while it is on its way.
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Glyph } from '../../kit/Glyph';
import { Spinner } from '../../kit/Spinner';
import styles from './WayInLine.module.css';

interface WayInLineProps {
  /** Before the name. */
  mark?: ReactNode;
  name: string;
  line: string;
  entering: boolean;
  isDisabled: boolean;
  onPress: () => void;
}

export function WayInLine({ mark, name, line, entering, isDisabled, onPress }: WayInLineProps) {
  return (
    <li>
      {/* The one on its way keeps the focus, so it is not disabled; pressing it again does nothing. */}
      <Button
        className={styles.item ?? ''}
        isDisabled={isDisabled && !entering}
        isPending={entering}
        onPress={onPress}
      >
        {mark}
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.line}>{entering ? 'Signing in…' : line}</span>
        </span>
        {entering ? <Spinner size={16} /> : <Glyph of={ChevronRight} size={16} />}
      </Button>
    </li>
  );
}
