import { expect, test } from 'vitest';
import type { DeletionPlan } from '../../../api/bindings/DeletionPlan';
import type { PlannedRemoval } from '../../../api/bindings/PlannedRemoval';
import { choiceOf, doesGo, isOpen, lostDataset, toggled } from './planChoice';

const object = (
  kind: PlannedRemoval['kind'],
  id: string,
  over: Partial<PlannedRemoval> = {},
): PlannedRemoval => ({ kind, id, name: id, deleted: true, optional: true, sentence: '', ...over });

const objects = [
  object('flow', 'f', { optional: false }),
  object('source_connection', 's'),
  object('dataset', 'd', { deleted: false }),
  object('schema', 'x', { deleted: false, onlyWith: 'd' }),
];
const plan: DeletionPlan = { planId: 'p', flows: [{ flowId: 'f', name: 'NPS', objects }] };
const [, , dataset, schema] = objects;

test('a plan that nobody touched is carried out as it is', () => {
  expect(choiceOf(plan, [])).toEqual({ keep: [], also: [] });
  expect(lostDataset(plan, [])).toBeUndefined();
});

test('what would go is kept, and what would stay goes too', () => {
  expect(choiceOf(plan, toggled(toggled([], 's'), 'd'))).toEqual({ keep: ['s'], also: ['d'] });
  expect(lostDataset(plan, ['d'])).toBe(dataset);
});

test('a schema is open only while its dataset goes, and stays with it when that is taken back', () => {
  if (!schema) throw new Error('there is a schema');
  expect(isOpen(schema, [], objects)).toBe(false);
  expect(doesGo(schema, ['d', 'x'], objects)).toBe(true);
  expect(doesGo(schema, toggled(['d', 'x'], 'd'), objects)).toBe(false);
  expect(choiceOf(plan, ['x'])).toEqual({ keep: [], also: [] });
});

test('what is not open cannot be changed', () => {
  expect(choiceOf(plan, ['f'])).toEqual({ keep: [], also: [] });
});
