import { describe, expect, test } from 'vitest';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { keysOf, lineOfField, readsField, shortPath, splitTarget, withKind, withText } from './lines';

describe('a path', () => {
  test('is split at dots, but not at those inside a key', () => {
    expect(keysOf('a.b\\.c.d')).toEqual(['a', 'b\\.c', 'd']);
  });

  test('that is long shows its end, which says what it is', () => {
    expect(shortPath('properties.guideProperties.name')).toBe('…guideProperties.name');
    expect(shortPath('app.name')).toBe('app.name');
  });

  test('of a target sets the tenant’s part apart', () => {
    expect(splitTarget('_northwind.pendo.guide.name')).toEqual({
      namespace: '_northwind.pendo.',
      field: 'guide.name',
    });
    expect(splitTarget('_northwind.event')).toEqual({ namespace: '_northwind.', field: 'event' });
    expect(splitTarget('_id')).toEqual({ namespace: '', field: '_id' });
    expect(splitTarget('timestamp')).toEqual({ namespace: '', field: 'timestamp' });
  });
});

test('changing the kind of a line keeps what was typed', () => {
  expect(withKind({ kind: 'field', path: 'timestamp' }, 'seconds_to_date')).toEqual({
    kind: 'seconds_to_date',
    path: 'timestamp',
  });
  expect(withKind({ kind: 'field', path: 'app.name' }, 'expression')).toEqual({
    kind: 'expression',
    text: 'app.name',
  });
  expect(withKind({ kind: 'expression', text: 'lower(x)' }, 'field')).toEqual({
    kind: 'field',
    path: 'lower(x)',
  });
});

test('changing the text of a line keeps its kind', () => {
  expect(withText({ kind: 'milliseconds_to_date', path: 'a' }, 'b')).toEqual({
    kind: 'milliseconds_to_date',
    path: 'b',
  });
});

describe('a line reads a field', () => {
  const expression = (text: string): MappingLine => ({ source: { kind: 'expression', text }, target: 'x' });

  test('by its path', () => {
    expect(readsField({ source: { kind: 'field', path: 'app.id' }, target: 'x' }, 'app.id')).toBe(true);
    expect(readsField({ source: { kind: 'field', path: 'app.id' }, target: 'x' }, 'app')).toBe(false);
    expect(readsField({ source: { kind: 'field', path: '' }, target: 'x' }, '')).toBe(false);
  });

  test('anywhere in an expression, but not as a part of another name', () => {
    expect(readsField(expression('concat(app.name, "!")'), 'app.name')).toBe(true);
    expect(readsField(expression('concat(app.names)'), 'app.name')).toBe(false);
    expect(readsField(expression('my.app.name'), 'app.name')).toBe(false);
  });
});

test('a problem of one mapping line knows which', () => {
  expect(lineOfField('lines.3')).toBe(3);
  expect(lineOfField('lines')).toBeUndefined();
  expect(lineOfField('name')).toBeUndefined();
});
