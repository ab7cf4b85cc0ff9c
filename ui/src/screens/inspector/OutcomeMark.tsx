// What would become of an event: icon and word, never colour alone.
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import ClockPending from '@react-spectrum/s2/icons/ClockPending';
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle';
import type { EventOutcome } from '../../api/bindings/EventOutcome';
import { Glyph } from '../../kit/Glyph';
import styles from './OutcomeMark.module.css';
import { outcomeLabel } from './outcomes';

export function OutcomeMark({ outcome }: { outcome: EventOutcome }) {
  return (
    <span className={styles.mark}>
      <OutcomeGlyph outcome={outcome} />
      {outcomeLabel(outcome)}
    </span>
  );
}

function OutcomeGlyph({ outcome }: { outcome: EventOutcome }) {
  switch (outcome) {
    case 'good':
      return <Glyph of={CheckmarkCircle} tone="positive" />;
    case 'gaps':
      return <Glyph of={AlertTriangle} tone="notice" />;
    case 'lost':
      return <Glyph of={AlertDiamond} tone="negative" />;
    case 'unread':
      return <Glyph of={HelpCircle} tone="neutral" />;
    case 'waiting':
      return <Glyph of={ClockPending} tone="neutral" />;
  }
}
