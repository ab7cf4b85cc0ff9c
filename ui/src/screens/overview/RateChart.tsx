// A line without fill. Gaps stay gaps; the lowest point is marked.
import { locale } from '../../lib/locale';
import { formatRate } from '../../lib/number';
import { clockTime } from '../../lib/time';
import styles from './RateChart.module.css';
import { axisStart, lowest, type RatePoint, stretches } from './rate';

const HEIGHT = 190;
const LEFT = 52;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 26;
const DAY_MS = 86_400_000;

const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric' });
const date = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });

export const CHART_HEIGHT = HEIGHT;

export function RateChart({ points, width }: { points: readonly RatePoint[]; width: number }) {
  const from = axisStart(points);
  const low = lowest(points);
  const last = Math.max(1, points.length - 1);
  const x = (index: number) => LEFT + (index / last) * (width - LEFT - RIGHT);
  const y = (rate: number) => TOP + ((1 - rate) / (1 - from)) * (HEIGHT - TOP - BOTTOM);
  const levels = [0, 1, 2, 3].map((step) => 1 - (step / 3) * (1 - from));
  const lowIndex = low ? points.indexOf(low) : -1;
  return (
    <svg className={styles.chart} width={width} height={HEIGHT} aria-hidden="true">
      <title>Ingested rate</title>
      {levels.map((level) => (
        <g key={level}>
          <line className={styles.level} x1={LEFT} x2={width - RIGHT} y1={y(level)} y2={y(level)} />
          <text className={styles.label} x={LEFT - 8} y={y(level) + 4} textAnchor="end">
            {formatRate(level, 1)}
          </text>
        </g>
      ))}
      {gaps(points).map(([first, end]) => (
        <rect
          key={first}
          className={styles.gap}
          x={x(Math.max(0, first - 0.5))}
          width={Math.max(2, x(Math.min(last, end + 0.5)) - x(Math.max(0, first - 0.5)))}
          y={TOP}
          height={HEIGHT - TOP - BOTTOM}
        />
      ))}
      {ticks(points, width).map(({ index, label }) => (
        <text key={index} className={styles.label} x={x(index)} y={HEIGHT - 6} textAnchor="start">
          {label}
        </text>
      ))}
      {stretches(points).map((stretch) =>
        stretch.length === 1 ? (
          <circle
            key={stretch[0]}
            className={styles.dot}
            cx={x(stretch[0] ?? 0)}
            cy={y(rateAt(points, stretch[0]))}
            r={2}
          />
        ) : (
          <polyline
            key={stretch[0]}
            className={styles.line}
            points={stretch.map((index) => `${x(index)},${y(rateAt(points, index))}`).join(' ')}
          />
        ),
      )}
      {low?.rate !== undefined && low.rate < 1 && (
        <g>
          <circle className={styles.low} cx={x(lowIndex)} cy={y(low.rate)} r={4} />
          <text
            className={styles.mark}
            x={x(lowIndex) + (lowIndex > last / 2 ? -10 : 10)}
            y={Math.min(y(low.rate) + 4, HEIGHT - BOTTOM - 4)}
            textAnchor={lowIndex > last / 2 ? 'end' : 'start'}
          >
            {formatRate(low.rate, 1)} at {clockTime(low.start)}
          </text>
        </g>
      )}
    </svg>
  );
}

function rateAt(points: readonly RatePoint[], index: number | undefined): number {
  return (index === undefined ? undefined : points[index]?.rate) ?? 0;
}

/** First and last index of every gap that has something on both sides. */
function gaps(points: readonly RatePoint[]): [number, number][] {
  const lines = stretches(points);
  return lines.slice(1).map((next, at) => {
    const before = lines[at]?.at(-1) ?? 0;
    return [before + 1, (next[0] ?? 0) - 1];
  });
}

/** Days begin at midnight; a single day is told by its hours. */
function ticks(points: readonly RatePoint[], width: number): { index: number; label: string }[] {
  const length = (points.at(-1)?.start ?? 0) - (points[0]?.start ?? 0);
  const single = length <= DAY_MS;
  const begins = points
    .map(({ start }, index) => ({ start, index }))
    .filter(({ start }) => (single ? new Date(start).getHours() % 4 === 0 : new Date(start).getHours() < 6))
    .filter(({ start }, at, all) => single || at === 0 || dayOf(all[at - 1]?.start) !== dayOf(start));
  const every = Math.max(1, Math.ceil((begins.length * 64) / Math.max(1, width - LEFT)));
  const word = single ? clockTime : (start: number) => (length > 8 * DAY_MS ? date : day).format(start);
  return begins
    .filter((_, at) => at % every === 0)
    .filter(({ index }) => (index / Math.max(1, points.length)) * (width - LEFT) < width - LEFT - 50)
    .map(({ start, index }) => ({ index, label: word(start) }));
}

function dayOf(ms: number | undefined): string {
  return ms === undefined ? '' : new Date(ms).toDateString();
}
