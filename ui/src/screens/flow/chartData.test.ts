import { expect, test } from 'vitest';
import type { FlowRuns } from '../../api/bindings/FlowRuns';
import type { Place } from '../../api/bindings/Place';
import { axisOf, barsOf, chartSentence, gapsOf, lengthWord, ticksOf } from './chartData';

const HOUR = 3_600_000;
const BEGIN = new Date(2026, 10, 23).getTime();

function runsOf(places: Place[], over: Partial<FlowRuns> = {}): FlowRuns {
  return {
    from: BEGIN,
    to: BEGIN + places.length * HOUR,
    figures: { counts: {}, ended: 0, unreported: 0 },
    placeLength: HOUR,
    places,
    failures: [],
    runs: [],
    read: places.filter(({ runs }) => runs > 0).length,
    ahead: 0,
    onlyHere: 0,
    readAt: BEGIN + places.length * HOUR,
    ...over,
  };
}

const hours = (count: number, at: (hour: number) => Place['counts'] | undefined): Place[] =>
  Array.from({ length: count }, (_, hour) => {
    const counts = at(hour);
    const start = BEGIN + hour * HOUR;
    return counts ? { start, runs: 1, counts } : { start, runs: 0 };
  });

const full = { received: 10, ingested: 9, failed: 1 };

test('an hour without a run is a gap, one whose run may still come is not', () => {
  const bars = barsOf(runsOf(hours(24, (hour) => (hour === 5 || hour > 21 ? undefined : full))), undefined);
  expect(bars[5]?.says).toBe('gap');
  expect(bars[22]?.says).toBe('early');
  expect(gapsOf(bars)).toEqual([{ from: BEGIN + 5 * HOUR, to: BEGIN + 5 * HOUR }]);
});

test('hours before the dataflow was made are no gap', () => {
  const bars = barsOf(runsOf(hours(24, (hour) => (hour < 6 ? undefined : full))), BEGIN + 6 * HOUR);
  expect(gapsOf(bars)).toEqual([]);
});

test('gaps that follow each other are one', () => {
  const bars = barsOf(runsOf(hours(24, (hour) => (hour > 3 && hour < 8 ? undefined : full))), undefined);
  expect(gapsOf(bars)).toEqual([{ from: BEGIN + 4 * HOUR, to: BEGIN + 7 * HOUR }]);
});

test('a run that reports no numbers is neither a gap nor a zero', () => {
  const bars = barsOf(runsOf(hours(24, (hour) => (hour === 2 ? {} : full))), undefined);
  expect(bars[2]?.says).toBe('unreported');
});

test('an hour in which nothing arrived is no gap', () => {
  const bars = barsOf(runsOf(hours(24, () => ({ received: 0, ingested: 0, failed: 0 }))), undefined);
  expect(bars.every(({ says }) => says === 'numbers')).toBe(true);
});

test('a week of hours is labelled by its days', () => {
  const bars = barsOf(runsOf(hours(168, () => full)), undefined);
  expect(ticksOf(bars, HOUR)).toHaveLength(7);
  expect(ticksOf(barsOf(runsOf(hours(24, () => full)), undefined), HOUR)).toHaveLength(6);
});

test('the axis has four whole steps and room for the tallest bar', () => {
  expect(axisOf([])).toEqual([0, 1, 2, 3, 4]);
  const tall = barsOf(runsOf(hours(1, () => ({ ingested: 380, failed: 40 }))), undefined);
  expect(axisOf(tall).at(-1)).toBeGreaterThanOrEqual(420);
  expect(axisOf(tall).every((tick) => Number.isInteger(tick))).toBe(true);
});

test('what is not reported is said so and not as nothing', () => {
  const runs = runsOf(
    hours(3, () => ({})),
    { read: 3 },
  );
  expect(chartSentence(runs, [], 'last 24 hours')).toBe(
    'Events, last 24 hours: ingested not reported, failed not reported',
  );
  expect(chartSentence(runsOf([]), [], 'last 7 days')).toBe('Events, last 7 days: no runs');
});

test('a bar says what it stands for', () => {
  expect([HOUR, 6 * HOUR, 24 * HOUR, 48 * HOUR].map(lengthWord)).toEqual([
    'hour',
    '6 hours',
    'day',
    '2 days',
  ]);
});
