import { expect, test } from 'vitest';
import type { SourceField } from '../../../api/bindings/SourceField';
import { completed, completions, lastWord } from './completions';

const functions = [
  { name: 'upper', group: 'String', syntax: 'upper(INPUT)', about: 'Capitals', example: '' },
  { name: 'uuid', group: 'Special', syntax: '', about: '', example: '' },
];
const field = (path: string, reference?: string): SourceField => ({
  path,
  key: path.split('.').at(-1) ?? path,
  depth: 0,
  kind: 'text',
  preview: 'x',
  ...(reference !== undefined && { reference }),
});

test('the word at the end is what is being written', () => {
  expect(lastWord('concat(app.na')).toBe('app.na');
  expect(lastWord('concat(a, ')).toBe('');
  expect(lastWord('')).toBe('');
});

test('functions come first with their signature, then fields as an expression writes them', () => {
  const found = completions('upper(u', functions, [
    field('uniqueId'),
    field('properties.user', 'properties.$<user>'),
  ]);
  expect(found.map(({ label }) => label)).toEqual(['upper(INPUT)', 'uuid', 'uniqueId', 'properties.user']);
  expect(found.map((one) => completed('upper(u', one))).toEqual([
    'upper(upper(',
    'upper(uuid(',
    'upper(uniqueId',
    'upper(properties.$<user>',
  ]);
});

test('nothing is offered where no word is being written', () => {
  expect(completions('upper(', functions, [field('uniqueId')])).toEqual([]);
});
