import { expect, test } from 'vitest';
import { EMPTY, isTouched, readDraft } from './newValues';

test('a draft comes back as it was kept, and what another version kept is left aside', () => {
  const values = { ...EMPTY, name: 'Events', tags: [{ key: 'team', values: ['web'], fixed: false }] };
  expect(readDraft(JSON.parse(JSON.stringify(values)))).toEqual(values);
  for (const odd of [null, 'text', {}, { ...values, picked: 3 }, { ...values, tags: [{ key: 'team' }] }]) {
    expect(readDraft(odd)).toBeUndefined();
  }
});

test('an empty form has nothing to lose', () => {
  expect(isTouched(EMPTY)).toBe(false);
  expect(isTouched({ ...EMPTY, picked: 'pendo' })).toBe(true);
  expect(isTouched({ ...EMPTY, errorDiagnostics: false })).toBe(true);
});
