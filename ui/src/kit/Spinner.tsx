// Something is really running. Decorative: the word beside it says what.
import styles from './Spinner.module.css';

export function Spinner({ size }: { size: 14 | 16 | 20 }) {
  return (
    <svg className={styles.spinner} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle className={styles.track} cx="10" cy="10" r="8" />
      <circle className={styles.arc} cx="10" cy="10" r="8" pathLength="100" />
    </svg>
  );
}
