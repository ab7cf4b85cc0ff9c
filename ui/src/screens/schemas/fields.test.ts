import { expect, test } from 'vitest';
import type { SchemaField } from '../../api/bindings/SchemaField';
import { matching } from './fields';

const field = (path: string, title = ''): SchemaField => ({
  path,
  name: path.split('.').at(-1) ?? '',
  title,
  depth: path.split('.').length - 1,
  kind: 'text',
  required: false,
});
const FIELDS = [
  field('_id'),
  field('_acme'),
  field('_acme.app'),
  field('_acme.app.name', 'Shop'),
  field('_acme.x'),
];
const paths = (q: string) => matching(FIELDS, q).map(({ path }) => path);

test('a field that matches keeps what is above it', () => {
  expect(paths('shop')).toEqual(['_acme', '_acme.app', '_acme.app.name']);
  expect(paths('nowhere')).toEqual([]);
});

test('without a search all fields are shown', () => {
  expect(matching(FIELDS, ' ')).toBe(FIELDS);
});
