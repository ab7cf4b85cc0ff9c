import { expect, test } from 'vitest';
import { axisStart, lowest, ratePoints, stretches } from './rate';

const HOUR = 3_600_000;
const points = ratePoints([
  { start: HOUR, counts: { received: 100, ingested: 100 } },
  { start: 2 * HOUR },
  { start: 3 * HOUR, counts: { received: 100, ingested: 97 } },
  { start: 4 * HOUR, counts: { received: 0, ingested: 0 } },
  { start: 5 * HOUR, counts: { received: 5 } },
  { start: 6 * HOUR, counts: { received: 100, ingested: 98 } },
  { start: 7 * HOUR, counts: { received: 100, ingested: 99 } },
]);

test('a line never bridges an hour without a run, without events or without a number', () => {
  expect(stretches(points)).toEqual([[0], [2], [5, 6]]);
});

test('the lowest point is found among those that are known', () => {
  expect(lowest(points)?.start).toBe(3 * HOUR);
  expect(lowest([])).toBeUndefined();
});

test('the axis begins at or under the lowest point', () => {
  expect(axisStart(points)).toBe(0.97);
  expect(axisStart(ratePoints([{ start: HOUR, counts: { received: 10, ingested: 0 } }]))).toBe(0);
});
