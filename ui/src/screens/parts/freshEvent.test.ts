import { expect, test } from 'vitest';
import { freshEvent, newUniqueId, whyNoEvent } from './freshEvent';

const example = '{"event":"npsSubmitted","uniqueId":"old","timestamp":1793104860,"app":{"id":-318204}}';

test('an example gets an id and a time of its own, in seconds, and keeps the rest', () => {
  expect(JSON.parse(freshEvent(example, 1_795_442_520_999, 'new'))).toEqual({
    event: 'npsSubmitted',
    uniqueId: 'new',
    timestamp: 1_795_442_520,
    app: { id: -318204 },
  });
});

test('what has no id or no number for a time is given none', () => {
  expect(JSON.parse(freshEvent('{"timestamp":"2026-11-23"}', 1, 'new'))).toEqual({ timestamp: '2026-11-23' });
  expect(freshEvent('[1]', 1, 'new')).toBe('[1]');
});

test('no two events share an id', () => {
  const ids = new Set(Array.from({ length: 50 }, newUniqueId));
  expect(ids.size).toBe(50);
  expect([...ids][0]).toMatch(/^[0-9a-f]{40}$/);
});

test.each([
  ['', /Write or choose/],
  ['{"a":', /no event/],
  ['[1, 2]', /no event/],
  ['null', /no event/],
])('%j is no event', (text, why) => {
  expect(whyNoEvent(text)).toMatch(why);
});

test('a JSON object is an event', () => {
  expect(whyNoEvent('{}')).toBeUndefined();
});
