import { expect, test } from 'vitest';
import { parseBookSearch } from './bookSearch';

test('a code of digits survives the address', () => {
  expect(parseBookSearch({ code: 403027, service: 'gateway' })).toEqual({
    code: '403027',
    service: 'gateway',
  });
});

test('what says nothing is left out', () => {
  expect(parseBookSearch({ q: '', code: true })).toEqual({});
});
