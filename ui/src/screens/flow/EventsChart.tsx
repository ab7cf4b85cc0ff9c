// Ingested and failed per hour, stacked. In a file of its own, because the library behind it is loaded only when a
// chart is looked at. Failed events are told from the others by a hatch and an outline as well as by colour.
import { BarChart, Bar as Bars, CartesianGrid, ReferenceArea, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount, plural } from '../../lib/number';
import { longDate } from '../../lib/time';
import { axisOf, type Bar, gapsOf, ticksOf } from './chartData';
import styles from './EventsChart.module.css';

interface EventsChartProps {
  bars: readonly Bar[];
  placeLength: number;
  now: number;
  width: number;
  height: number;
  tickLabel: (start: number) => string;
}

const HATCH = 'failed-hatch';

export function EventsChart({ bars, placeLength, now, width, height, tickLabel }: EventsChartProps) {
  const axis = axisOf(bars);
  // Where nothing ran at all, there is nothing between which a gap could be.
  const gaps = bars.some(({ says }) => says === 'numbers' || says === 'unreported') ? gapsOf(bars) : [];
  const label = { fill: 'var(--gray-700)', fontSize: 12 };
  return (
    <BarChart
      width={width}
      height={height}
      data={[...bars]}
      margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
      barCategoryGap={bars.length > 60 ? 1 : '12%'}
      accessibilityLayer={false}
    >
      <defs>
        <pattern id={HATCH} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--layer-2)" />
          <rect width="2.5" height="5" fill="var(--negative)" />
        </pattern>
      </defs>
      <CartesianGrid vertical={false} stroke="var(--gray-200)" />
      {gaps.map(({ from, to }) => (
        <ReferenceArea key={from} x1={from} x2={to} fill="var(--gray-100)" fillOpacity={1} stroke="none" />
      ))}
      <XAxis
        dataKey="start"
        ticks={ticksOf(bars, placeLength)}
        tickFormatter={tickLabel}
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={label}
      />
      <YAxis
        width={48}
        ticks={axis}
        domain={[0, axis.at(-1) ?? 4]}
        tickFormatter={formatCount}
        axisLine={false}
        tickLine={false}
        tick={label}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--gray-200)', fillOpacity: 0.5 }}
        content={({ active, payload }) => {
          const bar: unknown = payload?.[0]?.payload;
          return active && isBar(bar) ? <Tip bar={bar} now={now} /> : null;
        }}
      />
      <Bars dataKey="ingested" stackId="events" fill="var(--ingested)" isAnimationActive={false} />
      <Bars
        dataKey="failed"
        stackId="events"
        fill={`url(#${HATCH})`}
        stroke="var(--negative)"
        strokeWidth={1}
        minPointSize={(_, index) => ((bars[index]?.failed ?? 0) > 0 ? 3 : 0)}
        isAnimationActive={false}
      />
    </BarChart>
  );
}

function isBar(value: unknown): value is Bar {
  return typeof value === 'object' && value !== null && 'says' in value;
}

function Tip({ bar, now }: { bar: Bar; now: number }) {
  return (
    <div className={styles.tip}>
      <strong>{longDate(bar.start, now)}</strong>
      <span>{barWords(bar)}</span>
    </div>
  );
}

function barWords({ says, ingested, failed }: Bar): string {
  switch (says) {
    case 'gap':
      return 'No run';
    case 'early':
      return 'No run yet';
    case 'unreported':
      return 'Numbers not reported';
    case 'numbers':
      return `${plural(ingested, 'event', 'events')} ingested, ${formatCount(failed)} failed`;
  }
}
