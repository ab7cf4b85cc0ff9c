import { expect, test } from 'vitest';
import { offeredPaths } from './offeredPaths';

const options = Array.from({ length: 5_000 }, (_, index) => ({ path: `app.field_${index}`, about: '' }));

test('what is typed narrows thousands of paths, whatever its case', () => {
  expect(offeredPaths(options, 'FIELD_4999')).toEqual([{ path: 'app.field_4999', about: '' }]);
  expect(offeredPaths(options, 'nothing like it')).toEqual([]);
});

test('at most 60 are offered, also beside one that is chosen', () => {
  expect(offeredPaths(options, '')).toHaveLength(60);
  expect(offeredPaths(options, 'app.field_7')).toHaveLength(60);
});
