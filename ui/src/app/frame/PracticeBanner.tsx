// Stays as long as practice mode does, so that nobody takes the made-up data for their own.
import GraphTrend from '@react-spectrum/s2/icons/ChartTrend';
import { Link } from '@tanstack/react-router';
import { Glyph } from '../../kit/Glyph';
import { formatDuration } from '../../lib/time';
import styles from './PracticeBanner.module.css';

const HOUR_MS = 3_600_000;

export function PracticeBanner({ speed }: { speed: number }) {
  return (
    <aside className={styles.banner} aria-label="Practice mode">
      <Glyph of={GraphTrend} size={16} />
      <span className={styles.words}>
        <strong>Practice mode.</strong> Nothing here reaches Adobe. The data is made up
        {speed > 1 && `, and one hour passes every ${pace(speed)}`}.
      </span>
      <Link to="/connect" className={styles.link}>
        Connect to Adobe
      </Link>
    </aside>
  );
}

function pace(speed: number): string {
  const seconds = HOUR_MS / speed / 1000;
  return seconds < 60 ? `${Math.round(seconds)} seconds` : formatDuration(HOUR_MS / speed);
}
