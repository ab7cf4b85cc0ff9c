// A new or changed streaming dataflow drops events for about five minutes. The countdown says so before anybody
// activates the webhook or sends a test.
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Clock from '@react-spectrum/s2/icons/Clock';
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
  /** Said once it is over; without it nothing is shown any more. */
  afterwards?: string;
}

export function Settling({ left, afterwards }: SettlingProps) {
  if (left <= 0 && !afterwards) return null;
  return (
    <div className={styles.settling} data-over={left <= 0 || undefined}>
      <Glyph
        of={left > 0 ? Clock : CheckmarkCircle}
        size={20}
        {...(left > 0 ? {} : { tone: 'positive' as const })}
      />
      {left > 0 ? (
        <span>
          <strong>
            Settling for another{' '}
            <span role="timer" className={styles.left}>
              {countdown(left)}
            </span>
            .
          </strong>{' '}
          Experience Platform may drop events until then. Turn the webhook on in Pendo, or send a test, when
          it is over.
        </span>
      ) : (
        <span role="status">{afterwards}</span>
      )}
    </div>
  );
}
