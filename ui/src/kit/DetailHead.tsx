// The head of a page about one thing: the way back to where it is listed, then its name and what stands beside it.
import type { ReactNode } from 'react';
import styles from './DetailHead.module.css';

interface DetailHeadProps {
  /** A link. */
  back: ReactNode;
  /** The heading first. */
  children: ReactNode;
}

export function DetailHead({ back, children }: DetailHeadProps) {
  return (
    <header className={styles.head}>
      <span className={styles.back}>{back}</span>
      <div className={styles.line}>{children}</div>
    </header>
  );
}
