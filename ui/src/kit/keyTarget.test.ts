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
