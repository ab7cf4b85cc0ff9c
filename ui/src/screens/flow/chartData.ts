// From the places of a window to what a chart draws: bars, gaps, ticks, and the sentence that says it all. Pure.
import type { FlowRuns } from '../../api/bindings/FlowRuns';
import type { Place } from '../../api/bindings/Place';
import { formatCount, plural } from '../../lib/number';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A run appears one to two hours after its hour; until then, its place is not empty but early. */
const REPORTED = 3 * HOUR;

export interface Bar {
  start: number;
  end: number;
  ingested: number;
  failed: number;
  /** What the place says: numbers, a run without numbers, no run, or nothing yet. */
  says: 'numbers' | 'unreported' | 'gap' | 'early';
}

export function barsOf({ places, placeLength, readAt }: FlowRuns, createdAt: number | undefined): Bar[] {
  return places.map((place) => {
    const end = place.start + placeLength;
    const says = saysOf(place, end, readAt, createdAt);
    const { ingested = 0, failed = 0 } = place.counts ?? {};
    return { start: place.start, end, ingested, failed, says };
  });
}

function saysOf({ start, counts }: Place, end: number, readAt: number, createdAt = 0): Bar['says'] {
  if (counts) return counts.ingested === undefined && counts.failed === undefined ? 'unreported' : 'numbers';
  return end <= createdAt || start + REPORTED > readAt ? 'early' : 'gap';
}

/** Places without a run that follow each other, as one: first and last start. */
export function gapsOf(bars: readonly Bar[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  for (const { start, says } of bars) {
    if (says !== 'gap') open = undefined;
    else if (open) open.to = start;
    else {
      open = { from: start, to: start };
      gaps.push(open);
    }
  }
  return gaps;
}

/** Where the axis has a label: every fourth hour of a day, else midnights, thinned out where they are many. */
export function ticksOf(bars: readonly Bar[], placeLength: number): number[] {
  const starts = bars.map(({ start }) => start);
  if (starts.length <= 24 && placeLength === HOUR)
    return starts.filter((start) => new Date(start).getHours() % 4 === 0);
  const midnights = placeLength >= DAY ? starts : starts.filter(isFirstOfDay);
  const step = Math.ceil(midnights.length / 10);
  return midnights.filter((_, index) => index % step === 0);
}

/** The first place of a local day; one of six hours need not begin at midnight where clocks were put forward. */
function isFirstOfDay(start: number, index: number, all: readonly number[]): boolean {
  const before = all[index - 1];
  const day = new Date(start).toDateString();
  return before === undefined ? new Date(start).getHours() === 0 : new Date(before).toDateString() !== day;
}

const LENGTH_WORDS: readonly [number, string][] = [
  [HOUR, 'hour'],
  [6 * HOUR, '6 hours'],
  [DAY, 'day'],
  [7 * DAY, 'week'],
  [30 * DAY, '30 days'],
];

/** "hour", "6 hours", "day": what a bar stands for. */
export function lengthWord(placeLength: number): string {
  return LENGTH_WORDS.find(([length]) => length === placeLength)?.[1] ?? `${placeLength / DAY} days`;
}

/** The axis ends at a round number above the tallest bar. */
export function axisOf(bars: readonly Bar[]): number[] {
  const most = Math.max(4, ...bars.map(({ ingested, failed }) => ingested + failed));
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10]
    .map((factor) => factor * power)
    .find((one) => one >= rough && one % 1 === 0);
  const whole = step ?? Math.ceil(rough);
  return [0, whole, 2 * whole, 3 * whole, 4 * whole];
}

/** What a screen reader says for the chart. */
export function chartSentence(runs: FlowRuns, bars: readonly Bar[], words: string): string {
  const { ingested, failed } = runs.figures.counts;
  if (runs.read === 0) return `Events, ${words}: no runs`;
  const parts = [
    ingested === undefined ? 'ingested not reported' : `${formatCount(ingested)} ingested`,
    failed === undefined ? 'failed not reported' : `${formatCount(failed)} failed`,
  ];
  const gaps = bars.filter(({ says }) => says === 'gap').length;
  const word = runs.placeLength === HOUR ? ['hour', 'hours'] : ['bar', 'bars'];
  if (gaps > 0) parts.push(`${plural(gaps, word[0] ?? '', word[1] ?? '')} without a run`);
  return `Events, ${words}: ${parts.join(', ')}`;
}
