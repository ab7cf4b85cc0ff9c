import { expect, test } from 'vitest';
import { countIn, NONE, ranged, toggled, withoutGone } from './selection';

const ids = ['a', 'b', 'c', 'd'];

test('a row is taken in and out without touching the others', () => {
  expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b']);
  expect([...toggled(new Set(['a', 'b']), 'a')]).toEqual(['b']);
});

test('a range goes both ways and adds to what is selected', () => {
  expect([...ranged(new Set(['a']), ids, 'c', 'd')].sort()).toEqual(['a', 'c', 'd']);
  expect([...ranged(NONE, ids, 'd', 'b')].sort()).toEqual(['b', 'c', 'd']);
});

test('where the beginning of a range is out of sight, the row itself is selected', () => {
  expect([...ranged(NONE, ids, 'x', 'b')]).toEqual(['b']);
});

test('what is gone leaves the selection, and nothing else changes it', () => {
  const all = new Set(['a', 'b']);
  expect(withoutGone(all, () => true)).toBe(all);
  expect([...withoutGone(all, (id) => id !== 'a')]).toEqual(['b']);
});

test('those that show are counted', () => {
  expect(countIn(new Set(['a', 'x']), [{ row: { id: 'a' } }, { row: { id: 'b' } }])).toBe(1);
});
