import { expect, test } from 'vitest';
import type { TargetField } from '../../../api/bindings/TargetField';
import { matchingTargets, targetTree } from './targetTree';

const field = (path: string, more: Partial<TargetField> = {}): TargetField => ({
  path,
  title: path,
  kind: 'text',
  required: false,
  ...more,
});

const nodes = targetTree([
  field('_id', { required: true }),
  field('_t.pendo.event'),
  field('timestamp', { kind: 'date_time' }),
  field('_t.pendo.visitorId', { identity: 'primary', title: 'Who saw it' }),
]);

test('fields stand below their objects, also where the schema lists no object', () => {
  expect(nodes.map(({ path, depth, fillable }) => [path, depth, fillable])).toEqual([
    ['_id', 0, true],
    ['_t', 0, false],
    ['_t.pendo', 1, false],
    ['_t.pendo.event', 2, true],
    ['_t.pendo.visitorId', 2, true],
    ['timestamp', 0, true],
  ]);
  expect(nodes.find(({ name }) => name === 'visitorId')?.identity).toBe('primary');
});

test('an object that the schema lists can be filled whole', () => {
  const [object] = targetTree([field('a', { kind: 'object' }), field('a.b')]);
  expect(object).toMatchObject({ path: 'a', fillable: true, kind: 'object' });
});

test('a search keeps the objects around what it finds', () => {
  expect(matchingTargets(nodes, 'WHO').map(({ path }) => path)).toEqual([
    '_t',
    '_t.pendo',
    '_t.pendo.visitorId',
  ]);
  expect(matchingTargets(nodes, ' ')).toBe(nodes);
  expect(matchingTargets(nodes, 'nothing')).toEqual([]);
});

test('a schema of thousands of fields becomes a tree at once', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => field(`_t.group${index % 50}.field${index}`));
  expect(targetTree(many)).toHaveLength(5_051);
});
