import { expect, test } from 'vitest';
import { parentOf, unfolded } from './tree';

const items = [
  ['event', 0],
  ['app', 0],
  ['app.id', 1],
  ['app.os', 1],
  ['app.os.name', 2],
  ['last', 0],
].map(([path, depth]) => ({ path: String(path), depth: Number(depth) }));

const shown = (...folded: string[]) => unfolded(items, new Set(folded)).map(({ item }) => item.path);

test('all rows show until one is folded, which hides whatever stands below it', () => {
  expect(shown()).toEqual(items.map(({ path }) => path));
  expect(shown('app')).toEqual(['event', 'app', 'last']);
  expect(shown('app.os')).toEqual(['event', 'app', 'app.id', 'app.os', 'last']);
});

test('only a row with rows below it can be folded', () => {
  const open = unfolded(items, new Set(['app', 'event'])).map((row) => row.open);
  expect(open).toEqual([undefined, false, undefined]);
});

test('each row knows the one that it stands below', () => {
  const rows = unfolded(items, new Set());
  expect(rows.map((_, index) => parentOf(rows, index))).toEqual([-1, -1, 1, 1, 3, -1]);
});
