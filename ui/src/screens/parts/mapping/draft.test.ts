import { expect, test } from 'vitest';
import { readMappingDraft } from './draft';

const draft = {
  original: { id: 'm1', version: 3 },
  lines: [{ source: { kind: 'seconds_to_date', path: 'timestamp' }, target: 'timestamp' }],
  sample: { kind: 'own', text: '{"a":1}', event: 0 },
};

test('a draft is read as it was saved', () => {
  expect(readMappingDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

test('what is no draft of a mapping, or one of another version, is none', () => {
  for (const other of [undefined, null, {}, { ...draft, lines: [{ target: 7 }] }, { ...draft, sample: {} }]) {
    expect(readMappingDraft(other)).toBeUndefined();
  }
});
