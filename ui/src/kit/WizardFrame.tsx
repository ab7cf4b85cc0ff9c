// The frame of a guided task: no rail, a header with the task and its steps, one sheet, a footer.
import Checkmark from '@react-spectrum/s2/icons/Checkmark';
import type { ReactNode } from 'react';
import { AppMark } from './AppMark';
import { CloseAction } from './CloseAction';
import { Glyph } from './Glyph';
import styles from './WizardFrame.module.css';

export interface WizardFrameProps {
  /** Name of the task, such as "New dataflow". */
  title: string;
  /** Beside the title: where it is written to. */
  context?: ReactNode;
  steps?: readonly string[];
  /** Index of the step being shown; equal to the number of steps once all are done. */
  current?: number;
  /** At the right end, before Close. */
  aside?: ReactNode;
  closeLabel: string;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
}

export function WizardFrame(props: WizardFrameProps) {
  const { title, context, steps, current = 0, aside, closeLabel, onClose, footer, children } = props;
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <AppMark />
        <span className={styles.title}>{title}</span>
        {context && <span className={styles.context}>{context}</span>}
        {steps && <Steps steps={steps} current={current} />}
        <span className={styles.end}>
          {aside && <span className={styles.aside}>{aside}</span>}
          <CloseAction label={closeLabel} onPress={onClose} />
        </span>
      </header>
      <div className={styles.sheet}>
        <main className={styles.body}>{children}</main>
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </div>
  );
}

function Steps({ steps, current }: { steps: readonly string[]; current: number }) {
  return (
    <ol className={styles.steps} aria-label="Steps">
      {steps.map((name, index) => (
        <li
          key={name}
          className={styles.step}
          data-state={index < current ? 'done' : index === current ? 'current' : 'ahead'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={styles.number}>
            {index < current ? <Glyph of={Checkmark} size={14} /> : index + 1}
          </span>
          <span className={styles.name}>{name}</span>
        </li>
      ))}
    </ol>
  );
}
