// The shape of the list before its first rows: nothing jumps when they come.
import { Button } from '@react-spectrum/s2';
import { useLongWait } from '../../kit/useLongWait';
import styles from './LoadingRows.module.css';

const ROWS = 12;
const QUIET_MS = 1000;

export function LoadingRows({ onRetry }: { onRetry: () => void }) {
  const told = useLongWait(true, QUIET_MS);
  const slow = useLongWait(true);
  return (
    <div className={styles.loading}>
      <div className={styles.words}>
        <span role="status">{loadingWords(told, slow)}</span>
        {slow && (
          <Button size="S" variant="secondary" onPress={onRetry}>
            Ask again
          </Button>
        )}
      </div>
      {Array.from({ length: ROWS }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have nothing but their place
        <div key={row} className={styles.row} aria-hidden="true">
          <span style={{ width: 110 }} />
          <span style={{ width: 140 + ((row * 53) % 120) }} />
          <span style={{ width: 60 }} />
          <span style={{ width: 90 }} />
        </div>
      ))}
    </div>
  );
}

function loadingWords(told: boolean, slow: boolean): string {
  if (slow) return 'Experience Platform is slow to answer. Inlet is still waiting for your dataflows…';
  return told ? 'Reading your dataflows from Experience Platform…' : '';
}
