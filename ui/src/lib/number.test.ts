import { describe, expect, test } from 'vitest';
import { countOrDash, countOrNotReported, formatRate, plural } from './number';

describe('counts', () => {
  test('what the platform did not report is never shown as 0', () => {
    expect(countOrDash(undefined)).toBe('–');
    expect(countOrNotReported(undefined)).toBe('not reported');
    expect(countOrNotReported(0)).toBe('0');
  });

  test('thousands are grouped', () => {
    expect(countOrDash(48210)).toBe('48,210');
  });

  test('one is singular, everything else plural', () => {
    expect(plural(1, 'event', 'events')).toBe('1 event');
    expect(plural(0, 'event', 'events')).toBe('0 events');
    expect(plural(1200, 'event', 'events')).toBe('1,200 events');
  });
});

describe('rate', () => {
  test('a rate of nothing received is a dash', () => {
    expect(formatRate(0, 0)).toBe('–');
    expect(formatRate(undefined, 4)).toBe('–');
  });

  test('one lost event in a million never reads 100 %', () => {
    expect(formatRate(999_999, 1_000_000)).toBe('99.9\u00a0%');
    expect(formatRate(1_000_000, 1_000_000)).toBe('100\u00a0%');
  });
});
