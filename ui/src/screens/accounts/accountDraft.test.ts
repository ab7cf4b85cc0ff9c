import { expect, test } from 'vitest';
import type { AccountSource } from '../../api/bindings/AccountSource';
import type { AuthField } from '../../api/bindings/AuthField';
import { readDraft } from './accountDraft';

const field = (path: string, kind: AuthField['kind']): AuthField => ({
  path,
  label: path,
  help: '',
  required: true,
  kind,
});

const SOURCES: AccountSource[] = [
  {
    specId: 'spec',
    name: 'PathFactory',
    ways: [
      {
        name: 'Basic',
        about: '',
        fields: [field('host', { kind: 'uri' }), field('password', { kind: 'secret', limits: {} })],
      },
    ],
  },
];

test('a draft comes back without secrets and without what the source does not ask for any more', () => {
  const values = { host: 'https://a.example', password: 'x', gone: 'y' };
  const draft = readDraft({ specId: 'spec', way: 'Basic', description: 'd', values }, SOURCES);
  expect(draft).toEqual({
    specId: 'spec',
    way: 'Basic',
    description: 'd',
    values: { host: 'https://a.example', password: '' },
  });
});

test('a draft of another shape, or of a source that is not offered, is none', () => {
  expect(readDraft({ specId: 'spec' }, SOURCES)).toBeUndefined();
  expect(readDraft({ specId: 'other', description: '', values: {} }, SOURCES)).toBeUndefined();
  expect(readDraft(null, SOURCES)).toBeUndefined();
});
