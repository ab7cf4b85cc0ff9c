// The shape of the list before its first rows: nothing jumps when they come.
import { useEffect, useState } from 'react';
import styles from './LoadingRows.module.css';

const ROWS = 12;
const QUIET_MS = 1000;

export function LoadingRows() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), QUIET_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className={styles.loading}>
      <p className={styles.words} role="status">
        {long ? 'Reading your dataflows from Experience Platform…' : ''}
      </p>
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
