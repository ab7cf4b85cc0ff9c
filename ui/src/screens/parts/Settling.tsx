// A new or changed streaming dataflow drops events for about five minutes. The countdown says so before anybody
// activates the webhook or sends a test.
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Clock from '@react-spectrum/s2/icons/Clock';
import { useState } from 'react';
import { useNow } from '../../api/clock';
import { Glyph } from '../../kit/Glyph';
import { countdown } from '../../lib/time';
import styles from './Settling.module.css';

/** Milliseconds of the session's clock until events are surely kept; 0 once they are. */
export function useSettling(settlesAt: number | undefined): number {
  const now = useNow(1000);
  return settlesAt === undefined ? 0 : Math.max(0, settlesAt - now);
}

interface SettlingProps {
  left: number;
  /** Name of the source. */
  source: string;
}

/** Shows nothing for a dataflow that had settled before; one that settles in sight is said to have. */
export function Settling({ left, source }: SettlingProps) {
  const [counted, setCounted] = useState(left > 0);
  if (left > 0 && !counted) setCounted(true);
  if (!counted) return null;
  if (left <= 0) {
    return (
      <div className={styles.settling} data-over>
        <Glyph of={CheckmarkCircle} size={20} tone="positive" />
        <span role="status">The dataflow has settled: events sent now are kept.</span>
      </div>
    );
  }
  return (
    <div className={styles.settling}>
      <Glyph of={Clock} size={20} />
      <span>
        <strong>
          Settling for another <span role="timer">{countdown(left)}</span>.
        </strong>{' '}
        Experience Platform may drop events until then. Turn the webhook on in {source}, or send a test, when
        it is over.
      </span>
    </div>
  );
}
