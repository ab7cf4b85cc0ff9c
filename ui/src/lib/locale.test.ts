import { expect, test } from 'vitest';
import { pickLocale } from './locale';

test('under LANG=C the web view reports "C", and dates still work', () => {
  const locale = pickLocale(['C']);
  expect(locale).toBe('en-GB');
  expect(() => new Intl.NumberFormat(locale)).not.toThrow();
});

test('a POSIX name is no language tag and is passed over', () => {
  expect(pickLocale(['en_US.UTF-8', 'en-IE'])).toBe('en-IE');
});

test('the words are English, so numbers do not become German', () => {
  expect(pickLocale(['de-DE', 'en-US'])).toBe('en-US');
  expect(pickLocale(['de-DE'])).toBe('en-GB');
});
