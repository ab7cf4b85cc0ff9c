import { expect, test } from 'vitest';
import { EMPTY_MAPPING, readMappingDraft } from './mappingDraft';

test('a draft of a mapping comes back with its lines, and one of another shape does not', () => {
  const lines = [{ source: { kind: 'field', path: 'id' }, target: '_id' }];
  const kept = { ...EMPTY_MAPPING, schemaId: 's', lines };
  expect(readMappingDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(readMappingDraft(JSON.parse(JSON.stringify(EMPTY_MAPPING)))).toEqual(EMPTY_MAPPING);
  expect(readMappingDraft({ ...kept, lines: [{ source: 'id', target: '_id' }] })).toBeUndefined();
  expect(readMappingDraft(null)).toBeUndefined();
});
