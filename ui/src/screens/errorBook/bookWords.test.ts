import { expect, test } from 'vitest';
import type { BookEntry } from '../../api/bindings/BookEntry';
import { byService, codesInShort } from './bookWords';

const entry = (service: BookEntry['service'], ...codes: string[]): BookEntry => ({
  service,
  codes,
  name: 'n',
  what: 'w',
  owner: 'you',
  next: 'x',
});

test('many codes are told in short', () => {
  expect(codesInShort(entry('gateway', '403027'))).toBe('403027');
  expect(codesInShort(entry('flow_service', '1', '2'))).toBe('1, 2');
  expect(codesInShort(entry('flow_service', '1', '2', '3'))).toBe('1 and 2 more');
});

test('entries of a service stand together', () => {
  const [a, b, c] = [entry('gateway', '1'), entry('ingestion', '2'), entry('gateway', '3')];
  expect(byService([a, b, c])).toEqual([
    ['gateway', [a, c]],
    ['ingestion', [b]],
  ]);
});
