import { expect, test } from 'vitest';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import type { SourceField } from '../../../api/bindings/SourceField';
import { marksOf } from './marks';

const fields = ['event', 'app.name', 'other'].map(
  (path): SourceField => ({ path, key: path, depth: 0, kind: 'text', preview: '' }),
);
const taking = (path: string, target: string): MappingLine => ({ source: { kind: 'field', path }, target });

test('a field stands as the worst of the lines that read it, expressions included', () => {
  const lines = [
    taking('event', 'a'),
    taking('event', 'b'),
    { source: { kind: 'expression', text: 'lower(app.name)' }, target: 'c' } as const,
  ];
  const marks = marksOf(fields, lines, ({ target }) => ({
    state: target === 'b' ? 'warning' : 'good',
    message: '',
  }));
  expect([...marks]).toEqual([
    ['event', 'warning'],
    ['app.name', 'good'],
  ]);
});

test('a line whose verdict is still to come counts as good', () => {
  expect(marksOf(fields, [taking('event', 'a')], () => undefined).get('event')).toBe('good');
});
