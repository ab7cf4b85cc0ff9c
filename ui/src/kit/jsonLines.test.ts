import { expect, test } from 'vitest';
import { jsonLines } from './jsonLines';

const record = { _id: 'e1', _northwind: { pendo: { score: 9, tags: ['a'], 'a.b': null } }, empty: {} };

test('a record reads as the JSON that it is', () => {
  const text = jsonLines(record)
    .map(
      ({ indent, key, text: value }) =>
        `${'  '.repeat(indent)}${key === undefined ? '' : `${JSON.stringify(key)}: `}${value}`,
    )
    .join('\n');
  expect(text).toBe(JSON.stringify(record, null, 2));
});

test('each line knows the field that it shows, so that one can be marked', () => {
  const pathOf = (key: string) => jsonLines(record).find((line) => line.key === key)?.path;
  expect(pathOf('score')).toBe('_northwind.pendo.score');
  expect(pathOf('a.b')).toBe('_northwind.pendo.a\\.b');
  expect(jsonLines(record).find(({ text }) => text === '"a"')?.path).toBe('_northwind.pendo.tags[0]');
});
