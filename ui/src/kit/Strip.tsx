// A sentence that belongs to the whole page or form, on a ground of its own; an icon may come first.
import type { ReactNode } from 'react';
import styles from './Strip.module.css';

interface StripProps {
  tone?: 'plain' | 'notice';
  /** Says it at once to those who listen. */
  alert?: boolean;
  children: ReactNode;
}

export function Strip({ tone = 'plain', alert = false, children }: StripProps) {
  return (
    <div className={styles.strip} data-tone={tone} role={alert ? 'alert' : undefined}>
      {children}
    </div>
  );
}
