// A value to take elsewhere (an address, an id): one line of code font, cut at its end, with Copy beside it.
import { CopyIconButton } from './CopyButton';
import styles from './CopyField.module.css';

interface CopyFieldProps {
  value: string;
  /** What it is, such as "webhook address"; names the button. */
  what: string;
  /** `plain` has no box around it: for lists of ids. */
  look?: 'box' | 'plain';
}

export function CopyField({ value, what, look = 'box' }: CopyFieldProps) {
  return (
    <span className={styles.field} data-look={look}>
      <code className={styles.value} title={value}>
        {value}
      </code>
      <CopyIconButton text={value} label={`Copy ${what}`} />
    </span>
  );
}
