// Says a text to screen readers once per change, politely, and shows nothing.
import styles from './SaidAloud.module.css';

export function SaidAloud({ text }: { text: string }) {
  return (
    <span className={styles.hidden} aria-live="polite">
      {text}
    </span>
  );
}
