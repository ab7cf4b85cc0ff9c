// The ingested rate of all dataflows over time, or the same as a table. Its place is kept while it loads.
import { ToggleButton } from '@react-spectrum/s2';
import { useMemo, useState } from 'react';
import type { Overview } from '../../api/bindings/Overview';
import { Card } from '../../kit/Card';
import { DataTable } from '../../kit/DataTable';
import { Time } from '../../kit/Time';
import { useWidth } from '../../kit/useWidth';
import { countOrNotReported, formatRate } from '../../lib/number';
import { longDate } from '../../lib/time';
import styles from './OverviewScreen.module.css';
import { CHART_HEIGHT, RateChart } from './RateChart';
import { axisStart, lowest, type RatePoint, ratePoints } from './rate';
import { WINDOW_WORDS } from './windows';

export function RateCard({ overview, now }: { overview: Overview | undefined; now: number }) {
  const [asTable, setAsTable] = useState(false);
  const points = useMemo(() => ratePoints(overview?.hours ?? []), [overview?.hours]);
  const { ref, width } = useWidth<HTMLDivElement>();
  const known = lowest(points) !== undefined;
  return (
    <Card
      title="Ingested rate"
      aside={
        <span className={styles.aside}>
          {known && !asTable && (
            <span className={styles.note}>{axisWords(points, overview?.hoursEach ?? 1)}</span>
          )}
          <ToggleButton isQuiet size="S" isSelected={asTable} onChange={setAsTable} isDisabled={!known}>
            Show as table
          </ToggleButton>
        </span>
      }
    >
      <div ref={ref} style={{ minHeight: CHART_HEIGHT }}>
        {known && asTable && <RateTable points={points} now={now} />}
        {known && !asTable && (
          <div role="img" aria-label={sentence(points, overview, now)}>
            {width > 0 && <RateChart points={points} width={width} />}
          </div>
        )}
        {overview && !known && (
          <p className={styles.nothing}>
            {overview.complete ? 'No run of this time reports a rate.' : 'Reading runs…'}
          </p>
        )}
      </div>
    </Card>
  );
}

function axisWords(points: readonly RatePoint[], hoursEach: number): string {
  const from = axisStart(points);
  const unit = hoursEach === 1 ? 'per hour' : `per ${hoursEach} hours`;
  return `all dataflows, ${unit}.${from > 0 ? ` The axis starts at ${formatRate(from, 1)}` : ''}`;
}

function sentence(points: readonly RatePoint[], overview: Overview | undefined, now: number): string {
  const low = lowest(points);
  const gaps = points.filter(({ rate }) => rate === undefined).length;
  const words = overview ? WINDOW_WORDS[overview.window].long : '';
  const rate = formatRate(overview?.total.ingested, overview?.total.received);
  const lowWords = low ? `, lowest ${formatRate(low.rate, 1)}, ${longDate(low.start, now)}` : '';
  return `Ingested rate of all dataflows, ${words}: ${rate} in all${lowWords}; ${gaps} of ${points.length} stretches without a rate.`;
}

function RateTable({ points, now }: { points: readonly RatePoint[]; now: number }) {
  return (
    <DataTable
      label="Ingested rate"
      maxHeight={CHART_HEIGHT}
      columns={[
        { name: 'Begins' },
        { name: 'Received', number: true },
        { name: 'Ingested', number: true },
        { name: 'Ingested rate', number: true },
      ]}
      rows={[...points].reverse().map(({ start, rate, hour: { counts } }) => ({
        key: String(start),
        cells: [
          <Time key="time" at={start}>
            {longDate(start, now)}
          </Time>,
          ...(counts ? [counts.received, counts.ingested].map(countOrNotReported) : ['no run', 'no run']),
          formatRate(rate, 1),
        ],
      }))}
    />
  );
}
