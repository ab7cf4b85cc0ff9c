import { expect, test } from 'vitest';
import type { SourceField } from '../../../api/bindings/SourceField';
import { newLine } from './newLine';

const sent: SourceField = {
  path: 'sentAt',
  key: 'sentAt',
  depth: 0,
  kind: 'integer',
  preview: '1793097742000',
  moment: {
    unit: 'milliseconds',
    seconds: 'a date beyond the year 9999',
    milliseconds: 'Oct 27, 2026, 10:42 UTC',
  },
};

test('a number that may be a moment becomes a date where a date is wanted', () => {
  expect(newLine(sent, { path: 'timestamp', kind: 'date_time' })).toEqual({
    source: { kind: 'milliseconds_to_date', path: 'sentAt' },
    target: 'timestamp',
  });
});

test('elsewhere, and whatever else it is, a field is taken as it is', () => {
  const asItIs = { source: { kind: 'field', path: 'sentAt' }, target: 'a' };
  expect(newLine(sent, { path: 'a', kind: 'integer' })).toEqual(asItIs);
  const { moment: _, ...plain } = sent;
  expect(newLine(plain, { path: 'a', kind: 'date_time' })).toEqual(asItIs);
});
