import { expect, test } from 'vitest';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import type { SourceField } from '../../../api/bindings/SourceField';
import { fillsOf, marksOf } from './marks';

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

test('a field of the record is filled by its line, or with the object around it', () => {
  const targets = ['_t', '_t.a', '_t.b.c', 'timestamp', 'other'].map((path) => ({ path }));
  const lines = [
    taking('app', '_t'),
    { source: { kind: 'seconds_to_date', path: 'sentAt' }, target: 'timestamp' } as const,
    taking('half', ''),
  ];
  expect([...fillsOf(targets, lines, () => undefined)]).toEqual([
    ['_t', { mark: 'good', from: 'app' }],
    ['timestamp', { mark: 'good', from: 'fx sentAt' }],
    ['_t.a', { mark: 'good', from: 'with _t' }],
    ['_t.b.c', { mark: 'good', from: 'with _t' }],
  ]);
});
