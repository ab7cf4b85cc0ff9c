import { expect, test } from 'vitest';
import { boundsOf, daysOf, parseWhen, wasThen, whenWords } from './when';

const NOW = new Date(2026, 10, 24, 14, 2).getTime();
const HOUR = 3_600_000;
const at = (day: number, hour = 0) => new Date(2026, 10, day, hour).getTime();

test('what an address says is when, or nothing', () => {
  expect(['24h', 'older', '2026-11-03..2026-11-09', '2026-11-03..2026-11-03'].map(parseWhen)).toEqual([
    '24h',
    'older',
    '2026-11-03..2026-11-09',
    '2026-11-03..2026-11-03',
  ]);
  for (const odd of [
    '1y',
    '2026-11-09..2026-11-03',
    '2026-13-01..2026-13-02',
    '2026-11-03..',
    '..',
    7,
    null,
  ]) {
    expect(parseWhen(odd)).toBeUndefined();
  }
});

test('both days of a span belong to it, from midnight to midnight', () => {
  const span = '2026-11-03..2026-11-09';
  expect(boundsOf(span, NOW)).toEqual({ from: at(3), until: at(10) });
  expect([at(3), at(9, 23)].every((time) => wasThen(time, span, NOW))).toBe(true);
  expect([at(2, 23), at(10), undefined].some((time) => wasThen(time, span, NOW))).toBe(false);
});

test('what never happened is longer ago than everything', () => {
  expect(wasThen(undefined, 'older', NOW)).toBe(true);
  expect(wasThen(undefined, '30d', NOW)).toBe(false);
  expect(wasThen(NOW - 31 * 24 * HOUR, 'older', NOW)).toBe(true);
  expect(wasThen(NOW - 23 * HOUR, '24h', NOW)).toBe(true);
  expect(wasThen(NOW - 25 * HOUR, '24h', NOW)).toBe(false);
});

test('a span is said by its days', () => {
  expect(whenWords('7d')).toBe('last 7 days');
  expect(whenWords('2026-11-03..2026-11-03')).toContain('2026');
  expect(daysOf('2026-11-03..2026-11-09')).toEqual({ first: '2026-11-03', last: '2026-11-09' });
  expect(daysOf('older')).toBeUndefined();
});
