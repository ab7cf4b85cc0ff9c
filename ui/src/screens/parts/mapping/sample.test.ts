import { expect, test } from 'vitest';
import { sampleText } from './sample';

const examples = [
  { id: 'guide', label: 'Guide', text: '{"event":"guide"}' },
  { id: 'poll', label: 'Poll', text: '{"event":"poll"}' },
];

test('an example that is gone gives way to the first one, a sample of one’s own to none', () => {
  expect(sampleText({ kind: 'example', id: 'gone' }, examples)).toBe('{"event":"guide"}');
  expect(sampleText({ kind: 'example', id: 'poll' }, examples)).toBe('{"event":"poll"}');
  expect(sampleText({ kind: 'own', text: '{}' }, examples)).toBe('{}');
});
