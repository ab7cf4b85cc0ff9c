import { expect, test } from 'vitest';
import { sortable } from './sortable';

test.each([
  [
    ['Flow 10', 'Flow 9'],
    ['Flow 9', 'Flow 10'],
  ],
  [
    ['b', 'A', 'Ä b'],
    ['A', 'Ä b', 'b'],
  ],
  [
    ['x 2 y 10', 'x 2 y 9', 'x 1'],
    ['x 1', 'x 2 y 9', 'x 2 y 10'],
  ],
])('%j sorts as a person would', (names, sorted) => {
  const order = (a: string, b: string) => (sortable(a) < sortable(b) ? -1 : 1);
  expect([...names].sort(order)).toEqual(sorted);
});
