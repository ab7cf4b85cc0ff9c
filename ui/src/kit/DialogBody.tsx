// What stands in a dialog that takes something in: a sentence on what it is for, then its fields one below the other.
import type { ReactNode } from 'react';
import styles from './DialogBody.module.css';

interface DialogBodyProps {
  lead: ReactNode;
  children: ReactNode;
}

export function DialogBody({ lead, children }: DialogBodyProps) {
  return (
    <div className={styles.content}>
      <p className={styles.lead}>{lead}</p>
      {children}
    </div>
  );
}
