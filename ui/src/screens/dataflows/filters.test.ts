import { expect, test } from 'vitest';
import { chipsOf } from './filters';

test('each filter is said in one chip, with how many more values it takes in', () => {
  const chips = chipsOf({ status: ['failing', 'quiet', 'off'], by: ['You'], updated: '7d' });
  expect(chips.map(({ label }) => label)).toEqual([
    'Status: Failing + 2',
    'Created by: You',
    'Updated: last 7 days',
  ]);
});

test('days of one’s own are said by their first and last', () => {
  expect(chipsOf({ created: '2026-11-03..2026-11-09' })[0]?.label).toMatch(/^Created: .*3.*9.*2026/);
});

test('a chip takes its own filter away', () => {
  expect(chipsOf({ ran: 'older' })[0]?.without).toEqual({ ran: undefined });
});
