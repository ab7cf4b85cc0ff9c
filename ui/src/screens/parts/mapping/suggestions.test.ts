import { expect, test } from 'vitest';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { freshSuggestions, whySuggested } from './suggestions';

const line = (path: string, target: string): MappingLine => ({ source: { kind: 'field', path }, target });

test('only fields that nothing fills yet are suggested', () => {
  const suggested = [line('a', '_t.a'), line('b', '_t.b.c'), line('d', '_t.d')];
  const lines = [line('x', '_t.a'), line('y', '_t.b'), line('z', '_t.d.e')];
  expect(freshSuggestions(suggested, lines)).toEqual([]);
  expect(freshSuggestions(suggested, lines.slice(0, 1))).toEqual(suggested.slice(1));
});

test('each suggestion says why', () => {
  expect(whySuggested(line('npsScore', '_t.score'))).toBe('npsScore goes by this name, and its type fits');
  expect(whySuggested({ source: { kind: 'seconds_to_date', path: 'at' }, target: 'x' })).toContain('seconds');
});
