import { expect, test } from 'vitest';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { keepRow, rowIdOf } from './rowIds';

const line = (path: string): MappingLine => ({ source: { kind: 'field', path }, target: 'a' });

test('lines that say the same have rows of their own', () => {
  expect(rowIdOf(line('x'))).not.toBe(rowIdOf(line('x')));
});

test('a line that is changed stays in its row', () => {
  const before = line('x');
  const row = rowIdOf(before);
  const after = line('xy');
  keepRow(before, after);
  expect(rowIdOf(after)).toBe(row);
  expect(rowIdOf(before)).toBe(row);
});

test('a line that is changed before it was ever drawn still has one row', () => {
  const before = line('x');
  const after = line('xy');
  keepRow(before, after);
  expect(rowIdOf(after)).toBe(rowIdOf(before));
});
