// The app's own mark: an arrow going in. Neither Adobe's nor Pendo's logo is used anywhere.
import styles from './AppMark.module.css';

export function AppMark({ size = 22 }: { size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <rect width="22" height="22" rx="5.5" className={styles.ground} />
      <path
        className={styles.arrow}
        d="M4.8 11h7.6m-3-3.2L12.6 11l-3.2 3.2M11.2 5.6h3.4a2.4 2.4 0 0 1 2.4 2.4v6a2.4 2.4 0 0 1-2.4 2.4h-3.4"
      />
    </svg>
  );
}
