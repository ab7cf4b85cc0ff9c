// 24 hours in the width of a cell. Ingested stands on the line, failed hangs below it: position tells them
// apart, not colour. An hour without a run is a dash on the line, an hour with 0 an empty place.
import { formatCount } from '../lib/number';
import styles from './MiniChart.module.css';

export interface ChartHour {
  /** Start of the hour, milliseconds since 1970. */
  start: number;
  /** Absent: no run in that hour. */
  counts?: { ingested?: number; failed?: number };
}

interface MiniChartProps {
  hours: readonly ChartHour[];
  width: number;
  height: number;
  label: string;
}

const GAP = 1;
/** The part above the line. */
const UPPER_SHARE = 0.7;
const SMALLEST = 3;

export function MiniChart({ hours, width, height, label }: MiniChartProps) {
  const line = Math.round(height * UPPER_SHARE);
  const place = width / Math.max(hours.length, 1);
  const bar = Math.max(1, place - GAP);
  const most = Math.max(
    1,
    ...hours.map(({ counts }) => Math.max(counts?.ingested ?? 0, counts?.failed ?? 0)),
  );
  // Three paths instead of a shape per hour: hundreds of these charts pass by while somebody scrolls.
  const paths = { ingested: '', failed: '', dash: '' };
  hours.forEach(({ counts }, index) => {
    const x = index * place;
    if (!counts) {
      paths.dash += box(x, line - 1, bar, 1);
      return;
    }
    const up = barHeight((counts.ingested ?? 0) / most, line);
    const down = barHeight(Math.sqrt((counts.failed ?? 0) / most), height - line);
    if (up > 0) paths.ingested += box(x, line - up, bar, up);
    if (down > 0) paths.failed += box(x, line + 1, bar, down - 1);
  });
  return (
    <svg className={styles.chart} width={width} height={height} role="img" aria-label={label}>
      <path className={styles.dash} d={paths.dash} />
      <path className={styles.ingested} d={paths.ingested} />
      <path className={styles.failed} d={paths.failed} />
    </svg>
  );
}

function box(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Both directions share one scale, but failures are drawn by their root: a few among thousands must be seen.
 * What is more than nothing is at least visible.
 */
function barHeight(share: number, room: number): number {
  return share === 0 ? 0 : Math.min(room, Math.max(SMALLEST, share * room));
}

/** What a screen reader says for the chart. */
export function daySentence(hours: readonly ChartHour[]): string {
  const runs = hours.filter(({ counts }) => counts !== undefined);
  if (runs.length === 0) return 'Last 24 hours: no runs';
  const sum = (of: 'ingested' | 'failed') => runs.reduce((all, { counts }) => all + (counts?.[of] ?? 0), 0);
  const gaps = hours.length - runs.length;
  const words = `Last 24 hours: ${formatCount(sum('ingested'))} ingested, ${formatCount(sum('failed'))} failed`;
  return gaps === 0 ? words : `${words}, ${gaps} ${gaps === 1 ? 'hour' : 'hours'} without a run`;
}
