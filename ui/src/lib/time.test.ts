import { describe, expect, test } from 'vitest';
import {
  clockTime,
  countdown,
  formatDuration,
  freshness,
  longDate,
  recentTime,
  shortDate,
  timeAgo,
  utcTime,
} from './time';

const now = new Date(2026, 10, 24, 14, 2, 0).getTime();
const minutes = (n: number) => n * 60_000;

describe('times that the platform did not send', () => {
  test('a time of 0 is a dash, never 1970', () => {
    for (const show of [clockTime(0), timeAgo(0, now), shortDate(0, now), longDate(undefined, now)]) {
      expect(show).toBe('–');
    }
    expect(utcTime(0)).toBe('');
  });
});

describe('how long ago', () => {
  test.each([
    [minutes(0.5), 'just now'],
    [minutes(12), '12 min ago'],
    [minutes(59.9), '59 min ago'],
    [minutes(125), '2 h ago'],
    [minutes(60 * 24 * 3 + 5), '3 d ago'],
  ])('%d ms is "%s"', (passed, words) => {
    expect(timeAgo(now - passed, now)).toBe(words);
  });

  test('a clock that runs ahead never shows a negative age', () => {
    expect(freshness(now + 20_000, now)).toBe('just now');
  });

  test('freshness counts seconds in the first minute', () => {
    expect(freshness(now - 12_000, now)).toBe('12 s ago');
  });
});

describe('dates', () => {
  test('today is a time, yesterday a word, older a day, another year has its year', () => {
    expect(shortDate(now - minutes(3), now)).toBe('13:59');
    expect(shortDate(new Date(2026, 10, 23, 23, 59).getTime(), now)).toBe('Yesterday');
    expect(shortDate(new Date(2026, 10, 20).getTime(), now)).toMatch(/Nov 20|20 Nov/);
    expect(shortDate(new Date(2025, 10, 20).getTime(), now)).toContain('2025');
  });

  test('what was done a moment ago has a time, and its day once that is another one', () => {
    expect(recentTime(now - minutes(3), now)).toBe('13:59');
    expect(recentTime(new Date(2026, 10, 23, 23, 59).getTime(), now)).toBe('yesterday 23:59');
    expect(recentTime(new Date(2026, 10, 20, 9, 5).getTime(), now)).toMatch(
      /(Nov 20, 2026|20 Nov 2026), 09:05/,
    );
  });

  test('the tooltip is UTC and says so', () => {
    expect(utcTime(Date.UTC(2026, 10, 24, 13, 2))).toBe('2026-11-24 13:02 UTC');
  });
});

describe('durations', () => {
  test.each([
    [400, '0.4 s'],
    [12_000, '12 s'],
    [180_000, '3 min'],
    [4_800_000, '1 h 20 min'],
  ])('%d ms is "%s"', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });

  test('a countdown ends at 0:00 and does not go below', () => {
    expect(countdown(247_000)).toBe('4:07');
    expect(countdown(-5)).toBe('0:00');
  });
});
