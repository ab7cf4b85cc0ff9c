// The workbench as a page of its own: it fills the height, and at the foot stand the way back, what to know, and the
// one press that sends the lines.
import type { ReactNode } from 'react';
import { WizardFoot } from '../../../kit/WizardFoot';
import styles from './WorkFrame.module.css';

interface WorkFrameProps {
  /** Above the workbench, such as a draft that came back. */
  notice?: ReactNode;
  children: ReactNode;
  /** What was refused as a whole, above the foot. */
  trouble?: ReactNode;
  back: { label: string; onPress: () => void };
  /** Why it cannot be sent yet, or what to know. */
  note: ReactNode;
  action: ReactNode;
}

export function WorkFrame({ notice, children, trouble, back, note, action }: WorkFrameProps) {
  return (
    <div className={styles.step}>
      {notice && <div className={styles.notice}>{notice}</div>}
      <div className={styles.content}>{children}</div>
      {trouble && <div className={styles.trouble}>{trouble}</div>}
      <WizardFoot back={back} note={note} action={action} />
    </div>
  );
}
