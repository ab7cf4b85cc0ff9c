// Events leave one product, go through Inlet and add up in the other. Decoration.
import { AppMark } from '../../kit/AppMark';
import styles from './EmptyDataflows.module.css';

const BARS = [10, 17, 14, 26, 22, 30];

export function EmptyPicture() {
  return (
    <svg className={styles.picture} width="300" height="64" viewBox="0 0 300 64" aria-hidden="true">
      <path className={styles.wire} d="M80 32h48M174 32h48" />
      <rect className={styles.box} x="1" y="2" width="76" height="60" rx="10" />
      <rect className={styles.text} x="17" y="20" width="30" height="5" rx="2.5" />
      <rect className={styles.text} x="17" y="30" width="44" height="5" rx="2.5" />
      <rect className={styles.text} x="17" y="40" width="22" height="5" rx="2.5" />
      <circle className={styles.event} cx="98" cy="32" r="4" />
      <circle className={styles.event} cx="186" cy="32" r="4" opacity="0.5" />
      <circle className={styles.event} cx="206" cy="32" r="4" opacity="0.25" />
      <svg x="128" y="10" width="44" height="44" aria-hidden="true">
        <AppMark size={44} />
      </svg>
      <rect className={styles.box} x="223" y="2" width="76" height="60" rx="10" />
      {BARS.map((height, index) => (
        <rect
          key={height}
          className={styles.bar}
          x={240 + index * 7}
          y={48 - height}
          width="5"
          height={height}
          rx="1"
        />
      ))}
    </svg>
  );
}
