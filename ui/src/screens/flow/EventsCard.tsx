// The chart of a window, or the same as a table: as each person likes. Its place is kept while it loads.
import { ToggleButton } from '@react-spectrum/s2';
import { useMemo, useState } from 'react';
import type { FlowRuns } from '../../api/bindings/FlowRuns';
import { Card } from '../../kit/Card';
import { DataTable } from '../../kit/DataTable';
import { late } from '../../kit/late';
import { Time } from '../../kit/Time';
import { useWidth } from '../../kit/useWidth';
import { locale } from '../../lib/locale';
import { countOrNotReported } from '../../lib/number';
import { longDate } from '../../lib/time';
import { type Bar, barsOf, chartSentence, lengthWord } from './chartData';
import styles from './EventsCard.module.css';

const EventsChart = late(async () => (await import('./EventsChart')).EventsChart);

const HEIGHT = 248;
const DAY = 86_400_000;

interface EventsCardProps {
  runs: FlowRuns;
  createdAt: number | undefined;
  now: number;
  /** "last 7 days" */
  words: string;
}

export function EventsCard({ runs, createdAt, now, words }: EventsCardProps) {
  const [asTable, setAsTable] = useState(false);
  const bars = useMemo(() => barsOf(runs, createdAt), [runs, createdAt]);
  const { ref, width } = useWidth<HTMLDivElement>();
  const word = lengthWord(runs.placeLength);
  return (
    <Card
      title={`Events per ${word}`}
      aside={
        <span className={styles.aside}>
          <span className={styles.key} aria-hidden="true">
            <i data-of="ingested" /> Ingested
            <i data-of="failed" /> Failed
          </span>
          <ToggleButton isQuiet size="S" isSelected={asTable} onChange={setAsTable}>
            Show as table
          </ToggleButton>
        </span>
      }
    >
      <div ref={ref} style={{ minHeight: HEIGHT }}>
        {asTable ? (
          <PlacesTable runs={runs} bars={bars} now={now} label={`Events per ${word}, ${words}`} />
        ) : (
          <div role="img" aria-label={chartSentence(runs, bars, words)} className={styles.chart}>
            {width > 0 && (
              <EventsChart
                bars={bars}
                placeLength={runs.placeLength}
                now={now}
                width={width}
                height={HEIGHT}
                tickLabel={tickLabel(runs.placeLength, bars.length)}
              />
            )}
          </div>
        )}
      </div>
    </Card>
  );
}

const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric' });
const date = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' });

function tickLabel(placeLength: number, places: number): (start: number) => string {
  if (placeLength > 7 * DAY) return (start) => month.format(start);
  if (placeLength * places > 8 * DAY) return (start) => date.format(start);
  return (start) => (placeLength * places > DAY ? weekday : clock).format(start);
}

function PlacesTable(props: { runs: FlowRuns; bars: readonly Bar[]; now: number; label: string }) {
  const { runs, bars, now, label } = props;
  // Newest first, like every other list of runs; what has not come yet says nothing.
  const told = runs.places.map((place, index) => ({ place, bar: bars[index] })).reverse();
  const rows = told.filter(({ bar }) => bar !== undefined && bar.says !== 'early');
  return (
    <DataTable
      label={label}
      maxHeight={HEIGHT}
      columns={[
        { name: 'Begins' },
        { name: 'Received', number: true },
        { name: 'Ingested', number: true },
        { name: 'Failed', number: true },
        { name: 'Runs', number: true },
      ]}
      rows={rows.map(({ place: { start, counts, runs: number } }) => ({
        key: String(start),
        cells: [
          <Time key="time" at={start}>
            {longDate(start, now)}
          </Time>,
          ...(counts
            ? [counts.received, counts.ingested, counts.failed].map(countOrNotReported)
            : ['–', '–', '–']),
          counts ? number : 'no run',
        ],
      }))}
    />
  );
}
