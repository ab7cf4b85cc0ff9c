import { expect, test } from 'vitest';
import type { FreshField } from '../../api/bindings/FreshField';
import { freshEvent, whyNoEvent } from './freshEvent';

const NOW = 1_795_442_520_999;
const fields: FreshField[] = [
  { path: 'uniqueId', form: 'hex' },
  { path: 'timestamp', form: 'seconds' },
  { path: 'visitor.createdAt', form: 'iso' },
  { path: 'visitor.id', form: 'uuid' },
  { path: 'ms', form: 'milliseconds' },
];

function fresh(event: unknown): Record<string, unknown> {
  return JSON.parse(freshEvent(JSON.stringify(event), NOW, fields));
}

test('an example gets ids and times of its own in the forms of its source, and keeps the rest', () => {
  const event = fresh({
    event: 'npsSubmitted',
    uniqueId: 'old',
    timestamp: 1793104860,
    app: { id: -318204 },
    visitor: { createdAt: '2026-10-27', id: 'old', name: 'Mara' },
    ms: 1,
  });
  expect(event).toEqual({
    event: 'npsSubmitted',
    uniqueId: expect.stringMatching(/^[0-9a-f]{40}$/),
    timestamp: 1_795_442_520,
    app: { id: -318204 },
    visitor: {
      createdAt: '2026-11-23T14:02:00.999Z',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Mara',
    },
    ms: NOW,
  });
});

test('what an event does not have is not put into it', () => {
  expect(fresh({ visitor: { name: 'Mara' } })).toEqual({ visitor: { name: 'Mara' } });
  expect(fresh({ visitor: 'Mara' })).toEqual({ visitor: 'Mara' });
  expect(freshEvent('[1]', NOW, fields)).toBe('[1]');
});

test('no two events share an id', () => {
  const ids = new Set(Array.from({ length: 50 }, () => fresh({ uniqueId: 'old' }).uniqueId));
  expect(ids.size).toBe(50);
});

test.each([
  ['', /Write or choose/],
  ['{"a":', /no event/],
  ['[1, 2]', /no event/],
  ['null', /no event/],
])('%j is no event', (text, why) => {
  expect(whyNoEvent(text)).toMatch(why);
});

test('a JSON object is an event', () => {
  expect(whyNoEvent('{}')).toBeUndefined();
});
