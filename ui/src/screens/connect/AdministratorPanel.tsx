// A permission is missing: a text to forward, not an explanation.
import { ActionButton, Button, Text, ToastQueue } from '@react-spectrum/s2';
import Email from '@react-spectrum/s2/icons/Email';
import Refresh from '@react-spectrum/s2/icons/Refresh';
import type { AppError } from '../../api/bindings/AppError';
import { transport } from '../../api/transport';
import { CopyTextButton } from '../../kit/CopyButton';
import styles from './Checks.module.css';

interface AdministratorPanelProps {
  problem: AppError;
  /** Ready to forward. */
  text: string;
  checking: boolean;
  onAgain: () => void;
}

const SUBJECT = 'Permission for our Adobe Experience Platform API credential';

export function AdministratorPanel({ problem, text, checking, onAgain }: AdministratorPanelProps) {
  const mail = () => {
    const address = `mailto:?subject=${encodeURIComponent(SUBJECT)}&body=${encodeURIComponent(text)}`;
    transport
      .openExternal(address)
      .catch(() => ToastQueue.negative('No mail program opened. Copy the text instead.'));
  };
  return (
    <div className={styles.panel} role="alert">
      <h3 className={styles.panelTitle}>Your administrator can fix this in a minute</h3>
      <p className={styles.hint}>{problem.hint} Send them this text:</p>
      <p className={styles.text}>{text}</p>
      <div className={styles.actions}>
        <CopyTextButton text={text} label="Copy text" variant="primary" />
        <Button size="S" variant="secondary" fillStyle="outline" onPress={mail}>
          <Email />
          <Text>Open in email</Text>
        </Button>
        <span className={styles.again}>
          <ActionButton isQuiet size="S" isPending={checking} onPress={onAgain}>
            <Refresh />
            <Text>Check again</Text>
          </ActionButton>
        </span>
      </div>
    </div>
  );
}
