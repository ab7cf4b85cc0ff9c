// The button that asks to delete a resource, last on its page, with the reason where it is off.
import { Button } from '@react-spectrum/s2';
import { useWhyNoWrite } from '../useWhyNoWrite';
import styles from './DeleteAction.module.css';

export function DeleteAction({ noun, onPress }: { noun: string; onPress: () => void }) {
  const why = useWhyNoWrite();
  return (
    <div className={styles.action}>
      <Button variant="secondary" fillStyle="outline" onPress={onPress} isDisabled={why !== undefined}>
        {`Delete ${noun}`}
      </Button>
      {why !== undefined && <span className={styles.reason}>{why}</span>}
    </div>
  );
}
