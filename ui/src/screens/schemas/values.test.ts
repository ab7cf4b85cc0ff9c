import { expect, test } from 'vitest';
import type { ShapeField } from '../../api/bindings/ShapeField';
import {
  EMPTY,
  identityPaths,
  isTouched,
  nameProblems,
  pathAt,
  readDraft,
  toForm,
  withField,
} from './values';

const field = (name: string, depth: number, part: Partial<ShapeField> = {}): ShapeField => ({
  key: name,
  name,
  depth,
  kind: 'text',
  list: false,
  included: true,
  ...part,
});
const FIELDS = [
  field('visitorId', 0),
  field('app', 0, { kind: 'object' }),
  field('name', 1),
  field('score', 0, { kind: 'integer' }),
  field('steps', 0, { kind: 'object', list: true }),
  field('id', 1),
];
const VALUES = {
  ...EMPTY,
  title: 'NPS',
  shape: { fields: FIELDS, hints: [], warnings: [] },
  identity: { on: true, path: 'app.name', namespace: 'Email', primary: true },
};

test('an identity is a text outside of lists', () => {
  expect(identityPaths(FIELDS)).toEqual(['visitorId', 'app.name']);
  const without = FIELDS.map((one, at) => (at === 1 ? { ...one, included: false } : one));
  expect(identityPaths(without)).toEqual(['visitorId']);
});

test('an identity follows the names that it is made of', () => {
  expect(pathAt(FIELDS, 5)).toBe('steps.id');
  expect(withField(VALUES, 1, { name: 'product' }).identity.path).toBe('product.name');
  expect(withField(VALUES, 0, { name: 'visitor' }).identity.path).toBe('app.name');
});

test('names are judged beside each other while they are typed', () => {
  const named = (place: number, name: string) =>
    nameProblems(withField(VALUES, place, { name }).shape?.fields ?? []);
  expect(nameProblems(FIELDS).size).toBe(0);
  expect(named(0, 'APP').get(1)).toContain('capitals');
  expect(named(0, '_x').get(0)).toContain('Adobe');
  expect(named(0, 'a b').get(0)).toContain('letters');
  // The name of a field in another object does not count.
  expect(named(0, 'name').size).toBe(0);
});

test('what is sent holds what was decided and nothing else', () => {
  const form = toForm(VALUES);
  expect(form.identity).toEqual({ path: 'app.name', namespace: 'Email', primary: true });
  expect(
    toForm({ ...VALUES, identity: { ...VALUES.identity, on: false }, profile: true }),
  ).not.toHaveProperty('identity');
  expect(toForm({ ...VALUES, start: 'starter' }).start).toEqual({ kind: 'starter' });
  expect(toForm({ ...VALUES, start: 'field_groups', profile: true }).profile).toBe(false);
});

test('a draft comes back, and one of another shape does not', () => {
  expect(readDraft(JSON.parse(JSON.stringify(VALUES)))).toEqual(VALUES);
  for (const odd of [null, 'text', {}, { ...VALUES, fieldGroups: 'x' }, { ...VALUES, shape: 7 }]) {
    expect(readDraft(odd)).toBeUndefined();
  }
  expect(isTouched(EMPTY)).toBe(false);
  expect(isTouched(VALUES)).toBe(true);
});
