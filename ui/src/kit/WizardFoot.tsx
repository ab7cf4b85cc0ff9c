// The foot of a step: the way back, what to know, and the one press that goes on.
import type { ReactNode } from 'react';
import { SteadyButton } from './SteadyButton';
import styles from './WizardFoot.module.css';

interface WizardFootProps {
  back: { label: string; onPress: () => void } | undefined;
  /** Why one cannot go on yet, or what to know. */
  note: ReactNode;
  action: ReactNode;
}

export function WizardFoot({ back, note, action }: WizardFootProps) {
  return (
    <footer className={styles.foot}>
      {back && (
        <SteadyButton variant="secondary" onPress={back.onPress}>
          {back.label}
        </SteadyButton>
      )}
      <span className={styles.note}>{note}</span>
      {action}
    </footer>
  );
}
