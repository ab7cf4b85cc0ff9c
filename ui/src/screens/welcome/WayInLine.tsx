// One press that leads in: a name, a line that says where to, and a spinner while it is on its way.
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight';
import { Button } from 'react-aria-components/Button';
import { Glyph } from '../../kit/Glyph';
import { Spinner } from '../../kit/Spinner';
import styles from './WayInLine.module.css';

interface WayInLineProps {
  name: string;
  line: string;
  entering: boolean;
  isDisabled: boolean;
  onPress: () => void;
}

export function WayInLine({ name, line, entering, isDisabled, onPress }: WayInLineProps) {
  return (
    <li>
      <Button className={styles.item ?? ''} isDisabled={isDisabled} onPress={onPress}>
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.line}>{entering ? 'Signing in…' : line}</span>
        </span>
        {entering ? <Spinner size={16} /> : <Glyph of={ChevronRight} size={16} />}
      </Button>
    </li>
  );
}
