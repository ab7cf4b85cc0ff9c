// Four marks on a line: green up to where the event is known to be, a spinner there.
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import { Glyph } from '../../kit/Glyph';
import { Spinner } from '../../kit/Spinner';
import styles from './Tracker.module.css';
import type { Mark, MarkState } from './tracker';

const STATE_WORDS: Record<MarkState, string> = {
  done: 'Done',
  running: 'Waiting',
  ahead: 'Not yet',
  notice: 'Not sure',
  failed: 'Failed',
};

export function Tracker({ marks, label }: { marks: readonly Mark[]; label: string }) {
  return (
    <ol className={styles.tracker} aria-label={label}>
      {marks.map(({ name, state, text }) => (
        <li key={name} className={styles.mark} data-state={state}>
          <span className={styles.dot} role="img" aria-label={STATE_WORDS[state]}>
            <Dot state={state} />
          </span>
          <span className={styles.name}>{name}</span>
          <span className={styles.text}>{text}</span>
        </li>
      ))}
    </ol>
  );
}

function Dot({ state }: { state: MarkState }) {
  switch (state) {
    case 'done':
      return <Glyph of={CheckmarkCircle} size={20} tone="positive" />;
    case 'running':
      return <Spinner size={20} />;
    case 'notice':
      return <Glyph of={AlertTriangle} size={20} tone="notice" />;
    case 'failed':
      return <Glyph of={AlertDiamond} size={20} tone="negative" />;
    case 'ahead':
      return <span className={styles.empty} />;
  }
}
