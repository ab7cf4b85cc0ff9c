import { expect, test } from 'vitest';
import { offeredPaths } from './offeredPaths';

const options = Array.from({ length: 5_000 }, (_, index) => ({ path: `app.field_${index}`, about: '' }));

test('what is typed narrows thousands of paths, whatever its case', () => {
  expect(offeredPaths(options, 'FIELD_4999').paths).toEqual([{ path: 'app.field_4999', about: '' }]);
  expect(offeredPaths(options, 'nothing like it')).toEqual({ paths: [], more: 0 });
});

test('at most 50 are offered, and the others are counted', () => {
  const { paths, more } = offeredPaths(options, '');
  expect([paths.length, more]).toEqual([50, 4_950]);
});
