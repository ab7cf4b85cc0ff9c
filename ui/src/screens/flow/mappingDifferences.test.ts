import { expect, test } from 'vitest';
import { differences } from './mappingDifferences';

const line = (target: string, source: string) => ({ target, source, calculated: false });

test('only fields that are filled otherwise differ, whatever the order', () => {
  const before = [line('_id', 'uniqueId'), line('a', 'x'), line('gone', 'y')];
  const after = [line('a', 'z'), line('new', 'n'), line('_id', 'uniqueId')];
  expect(differences(before, after)).toEqual([
    { target: 'a', before: 'x', after: 'z' },
    { target: 'gone', before: 'y', after: undefined },
    { target: 'new', before: undefined, after: 'n' },
  ]);
});
