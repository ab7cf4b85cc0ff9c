// What is shown until the first answer is there; after a while it says that it still waits.
import { Button } from '@react-spectrum/s2';
import { Spinner } from '../../kit/Spinner';
import { useLongWait } from '../../kit/useLongWait';
import styles from './Reading.module.css';

interface ReadingProps {
  /** What is being read, such as "the accounts". */
  what: string;
  onRetry: () => void;
  /** `inside` stands where its surroundings keep the distance to the edge already. */
  look?: 'page' | 'inside';
}

export function Reading({ what, onRetry, look = 'page' }: ReadingProps) {
  const slow = useLongWait(true);
  return (
    <p className={styles.reading} data-look={look} role="status">
      <Spinner size={16} />
      {slow
        ? `Experience Platform is slow to answer. Inlet is still waiting for ${what}…`
        : `Reading ${what}…`}
      {slow && (
        <Button size="S" variant="secondary" onPress={onRetry}>
          Ask again
        </Button>
      )}
    </p>
  );
}
