// The head of a page that lists: title, how many, how fresh, and at its end what can be done.
import type { ReactNode } from 'react';
import styles from './ListPageHead.module.css';

interface ListPageHeadProps {
  heading: ReactNode;
  count: ReactNode;
  fresh: ReactNode;
  children: ReactNode;
}

export function ListPageHead({ heading, count, fresh, children }: ListPageHeadProps) {
  return (
    <header className={styles.head}>
      {heading}
      {count && <span className={styles.count}>{count}</span>}
      <span className={styles.end}>
        {fresh && <span className={styles.fresh}>{fresh}</span>}
        {children}
      </span>
    </header>
  );
}
