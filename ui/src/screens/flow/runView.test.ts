import { describe, expect, test } from 'vitest';
import type { Run } from '../../api/bindings/Run';
import { countsSentence, runStatus, runsByHour, runsOfFilter, tookWords, unaccounted } from './runView';

const HOUR = 3_600_000;
const run = (over: Partial<Run> = {}): Run => ({
  id: 'r',
  state: 'success',
  stateAsSent: 'success',
  counts: { received: 10, ingested: 10, failed: 0 },
  errors: [],
  ...over,
});

test('a success that lost something is not called healthy', () => {
  expect(runStatus(run()).label).toBe('Healthy');
  expect(runStatus(run({ counts: { received: 10, ingested: 7, failed: 3 } })).label).toBe(
    'Healthy, with gaps',
  );
});

test('a state that this app does not know is shown as it was sent', () => {
  expect(runStatus(run({ state: 'unknown', stateAsSent: 'paused' })).label).toBe('Unknown: “paused”');
});

test('what is neither ingested nor failed is told, unless a number is missing', () => {
  expect(unaccounted({ received: 10, ingested: 7, failed: 1 })).toBe(2);
  expect(unaccounted({ received: 10, ingested: 10, failed: 0 })).toBeUndefined();
  expect(unaccounted({ received: 10, ingested: 7 })).toBeUndefined();
});

test('a number that was not reported is never a 0', () => {
  expect(countsSentence({})).toBe('numbers not reported');
  expect(countsSentence({ received: 3 })).toBe('3 received');
});

describe('the hours', () => {
  const now = 100 * HOUR + 5;

  test('are one place each, oldest first, and end with the present one', () => {
    const hours = runsByHour([], now, 48);
    expect(hours).toHaveLength(48);
    expect(hours.at(-1)?.start).toBe(100 * HOUR);
    expect(hours[0]?.start).toBe(53 * HOUR);
  });

  test('show the latest run of each, and leave a gap where there was none', () => {
    const late = run({ id: 'late', startedAt: 99 * HOUR + 30 });
    const early = run({ id: 'early', startedAt: 99 * HOUR + 10 });
    const hours = runsByHour([late, early], now, 3);
    expect(hours.map((hour) => hour.run?.id)).toEqual([undefined, 'late', undefined]);
  });
});

test('problems are the runs that lost something, whatever the platform calls them', () => {
  const lost = run({ id: 'lost', counts: { received: 10, ingested: 7, failed: 3 } });
  const failed = run({ id: 'failed', state: 'failed' });
  const runs = [run(), lost, failed, run({ id: 'odd', state: 'unknown' })];
  expect(runsOfFilter(runs, 'problems').map(({ id }) => id)).toEqual(['lost', 'failed']);
  expect(runsOfFilter(runs, 'unknown').map(({ id }) => id)).toEqual(['odd']);
  expect(runsOfFilter(runs, 'all')).toHaveLength(4);
});

test('a run that ends before it begins has no length', () => {
  expect(tookWords({ startedAt: HOUR, completedAt: 2 * HOUR })).toBe('1 h');
  expect(tookWords({ startedAt: 2 * HOUR, completedAt: HOUR })).toBe('–');
  expect(tookWords({ startedAt: HOUR })).toBe('–');
});
