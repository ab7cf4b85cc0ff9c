// A list of things done one after the other, each with how it stands. One spins at a time.
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle';
import RemoveCircle from '@react-spectrum/s2/icons/RemoveCircle';
import type { ReactNode } from 'react';
import { Glyph } from './Glyph';
import { Spinner } from './Spinner';
import styles from './StepList.module.css';

export type StepState =
  | 'waiting'
  | 'running'
  | 'passed'
  | 'failed'
  | 'skipped'
  /** Nobody knows whether it was done. */
  | 'unclear'
  /** Done, and taken back. */
  | 'removed'
  /** Done, and cannot be taken back. */
  | 'stays';

export interface Step {
  id: string;
  title: string;
  state: StepState;
  /** One sentence under the title. */
  summary?: string;
  /** At the right end, such as the time it took. */
  aside?: string;
  /** Opened in place under the step: a problem with its way out. */
  opened?: ReactNode;
}

const STATE_WORDS: Record<StepState, string> = {
  waiting: 'Not started',
  running: 'Running',
  passed: 'Done',
  failed: 'Failed',
  skipped: 'Not tried',
  unclear: 'Not clear whether it was done',
  removed: 'Removed',
  stays: 'Stays behind',
};

interface StepListProps {
  steps: readonly Step[];
  label: string;
  /** `ruled` has lines between the steps, `joined` a line from tick to tick. */
  look?: 'ruled' | 'joined';
}

export function StepList({ steps, label, look = 'ruled' }: StepListProps) {
  return (
    <ol className={styles.list} data-look={look} aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} className={styles.step} data-state={step.state}>
          <div
            className={styles.row}
            aria-current={step.state === 'running' ? 'step' : undefined}
            data-opened={step.opened ? true : undefined}
          >
            <span className={styles.tick} role="img" aria-label={STATE_WORDS[step.state]}>
              <StepTick state={step.state} />
            </span>
            <div className={styles.words}>
              <div className={styles.title}>{step.title}</div>
              {step.summary && <div className={styles.summary}>{step.summary}</div>}
            </div>
            {step.aside && <div className={styles.aside}>{step.aside}</div>}
          </div>
          {step.opened}
        </li>
      ))}
    </ol>
  );
}

export function StepTick({ state }: { state: StepState }) {
  switch (state) {
    case 'passed':
      return <Glyph of={CheckmarkCircle} size={20} tone="positive" />;
    case 'failed':
      return <Glyph of={AlertDiamond} size={20} tone="negative" />;
    case 'unclear':
      return <Glyph of={HelpCircle} size={20} tone="notice" />;
    case 'stays':
      return <Glyph of={AlertTriangle} size={20} tone="notice" />;
    case 'removed':
      return <Glyph of={RemoveCircle} size={20} tone="neutral" />;
    case 'running':
      return <Spinner size={20} />;
    case 'waiting':
    case 'skipped':
      return <span className={styles.empty} />;
  }
}
