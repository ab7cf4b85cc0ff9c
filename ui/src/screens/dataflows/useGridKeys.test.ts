import { expect, test } from 'vitest';
import { targetOf } from './useGridKeys';

test.each([
  ['ArrowDown', 5, 6],
  ['ArrowUp', 5, 4],
  ['PageDown', 5, 9],
  ['PageDown', 98, 99],
  ['PageUp', 2, 0],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 99, 99],
  ['Home', 5, 0],
  ['End', 5, 99],
])('%s from row %d leads to row %d and never leaves the list', (key, from, to) => {
  expect(targetOf(key, from, 99, 4)).toBe(to);
});

test('other keys do not move', () => {
  expect(targetOf('a', 5, 99, 4)).toBeUndefined();
});
