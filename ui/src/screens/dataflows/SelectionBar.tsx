// What can be done with several dataflows at once, in place of the foot while they are selected.
import { ActionButton, Button } from '@react-spectrum/s2';
import { formatCount } from '../../lib/number';
import { useRemoval } from '../parts/removal/useRemoval';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import styles from './SelectionBar.module.css';
import type { Selection } from './selection';

interface SelectionBarProps {
  selected: Selection;
  /** How many of them the filters keep out of sight. */
  hidden: number;
  onClear: () => void;
}

export function SelectionBar({ selected, hidden, onClear }: SelectionBarProps) {
  const removal = useRemoval();
  const why = useWhyNoWrite();
  const ids = [...selected];
  return (
    <section className={styles.bar} aria-label="Selected dataflows">
      <span className={styles.words}>
        <strong>{formatCount(ids.length)} selected</strong>
        {hidden > 0 && <span>{formatCount(hidden)} of them not shown</span>}
        {why && <span>{why}</span>}
      </span>
      <span className={styles.actions}>
        <Button
          size="S"
          variant="secondary"
          isDisabled={why !== undefined}
          onPress={() => removal.switchFlows(ids, true)}
        >
          Switch on
        </Button>
        <Button
          size="S"
          variant="secondary"
          isDisabled={why !== undefined}
          onPress={() => removal.switchFlows(ids, false)}
        >
          Switch off
        </Button>
        <Button
          size="S"
          variant="secondary"
          isDisabled={why !== undefined}
          onPress={() => removal.askToDelete(ids)}
        >
          Delete dataflows…
        </Button>
        <ActionButton isQuiet size="S" onPress={onClear}>
          Clear selection
        </ActionButton>
      </span>
    </section>
  );
}
