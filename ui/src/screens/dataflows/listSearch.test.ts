import { expect, test } from 'vitest';
import { parseListSearch } from './listSearch';

test('a search for digits survives the address, which makes a number of it', () => {
  expect(parseListSearch({ q: 17 })).toEqual({ q: '17' });
});

test('what the list does not understand is dropped, not shown as an error', () => {
  expect(parseListSearch({ sort: 'colour', problems: 'yes', down: 1, flow: '' })).toEqual({});
});

test('filters that are unknown or doubled are dropped, the others stay', () => {
  expect(
    parseListSearch({
      status: ['failing', 'failing', 'sad'],
      state: 'on',
      by: ['You', 3],
      ran: '7d',
      updated: '1y',
      hide: ['name', 'day'],
    }),
  ).toEqual({ status: ['failing'], by: ['You'], ran: '7d', hide: ['day'] });
});

test('what it understands stays', () => {
  const search = {
    created: '2026-11-03..2026-11-09',
    q: 'nps',
    problems: true,
    sort: 'name',
    down: true,
    flow: 'f1',
  };
  expect(parseListSearch(search)).toEqual(search);
});
