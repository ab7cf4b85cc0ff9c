import { expect, test } from 'vitest';
import { titleBeyond } from './terms';

test.each([
  ['Development', ''],
  ['dev-martech', ''],
  ['', ''],
  ['Marketing trials', 'Marketing trials'],
])('the title %j of a development sandbox adds %j to its name and chip', (title, added) => {
  expect(titleBeyond({ name: 'dev-martech', title, kind: 'development' })).toBe(added);
});
