// Keeps the places of rows that are still to come, and says what is being waited for.
import styles from './LaterRows.module.css';

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

export function LaterRows({ words, rows = 5 }: { words: string; rows?: 3 | 5 }) {
  return (
    <>
      <p className={styles.words} role="status">
        {words}
      </p>
      {PLACES.slice(0, rows - 1).map((place) => (
        <div key={place} className={styles.row} aria-hidden="true">
          <span className={styles.bar} />
          <span className={styles.bar} data-short />
        </div>
      ))}
    </>
  );
}
