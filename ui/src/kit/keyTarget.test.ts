import { expect, test } from 'vitest';
import { keyTarget } from './keyTarget';

test('keys move within the list and nothing else does', () => {
  expect(keyTarget('ArrowDown', -1, 9, 4)).toBe(0);
  expect(keyTarget('ArrowDown', 9, 9, 4)).toBe(9);
  expect(keyTarget('ArrowUp', 0, 9, 4)).toBe(0);
  expect(keyTarget('PageDown', 3, 9, 4)).toBe(7);
  expect(keyTarget('PageUp', 3, 9, 4)).toBe(0);
  expect(keyTarget('Home', 5, 9, 4)).toBe(0);
  expect(keyTarget('End', 5, 9, 4)).toBe(9);
  expect(keyTarget('a', 5, 9, 4)).toBeUndefined();
});

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
  expect(keyTarget(key, from, 99, 4)).toBe(to);
});

test('other keys do not move', () => {
  expect(keyTarget('a', 5, 99, 4)).toBeUndefined();
});
