// A failure with its way out: what happened, why, and one primary action. Details for support can be copied.

import { Button } from '@react-spectrum/s2';
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import type { ReactNode } from 'react';
import { CopyTextButton } from './CopyButton';
import { Glyph } from './Glyph';
import styles from './ProblemPanel.module.css';

export interface ProblemPanelProps {
  title: string;
  hint?: string | undefined;
  tone?: 'negative' | 'notice';
  /** The one primary action. Absent only where copying for support is all that is left. */
  action?: { label: string; onPress: () => void; isPending?: boolean } | undefined;
  /** What support needs; never a secret. */
  supportText?: string | undefined;
  /** `strip` is one line at the head of a list, `panel` has room for more. */
  look?: 'panel' | 'strip';
  children?: ReactNode;
}

export function ProblemPanel(props: ProblemPanelProps) {
  const { title, hint, tone = 'negative', action, supportText, look = 'panel', children } = props;
  return (
    <div className={styles.panel} data-tone={tone} data-look={look} role="alert">
      <Glyph of={tone === 'negative' ? AlertDiamond : AlertTriangle} size={20} tone={tone} />
      <div className={styles.words}>
        <div className={styles.title}>{title}</div>
        {hint && <div className={styles.hint}>{hint}</div>}
        {children}
      </div>
      {(action || supportText) && (
        <div className={styles.actions}>
          {supportText && <CopyTextButton text={supportText} label="Copy for support" />}
          {action && (
            <Button size="S" variant="primary" onPress={action.onPress} isPending={action.isPending ?? false}>
              {action.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
