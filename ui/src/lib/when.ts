// When something was, as a filter says it: within a span up to now, longer ago than the longest, or from one day to
// another. One short text, so that it fits an address and is kept as it is. Pure.
import { locale } from './locale';

export const WITHIN = ['24h', '7d', '30d', 'older'] as const;
export type Within = (typeof WITHIN)[number];

/** First and last day, such as "2026-11-03..2026-11-09". */
export type DaySpan = `${string}..${string}`;
export type When = Within | DaySpan;

const DAY = 86_400_000;
const SPAN: Record<Exclude<Within, 'older'>, number> = { '24h': DAY, '7d': 7 * DAY, '30d': 30 * DAY };

export const WITHIN_WORDS: Record<Within, string> = {
  '24h': 'last 24 hours',
  '7d': 'last 7 days',
  '30d': 'last 30 days',
  older: 'longer ago',
};

/** What of an address says when; undefined for anything else. */
export function parseWhen(value: unknown): When | undefined {
  const within = WITHIN.find((name) => name === value);
  if (within || typeof value !== 'string') return within;
  const [first = '', last = '', ...more] = value.split('..');
  return more.length === 0 && isDay(first) && isDay(last) && first <= last ? `${first}..${last}` : undefined;
}

/** First and last day of a span; undefined for the spans up to now. */
export function daysOf(when: When | undefined): { first: string; last: string } | undefined {
  if (when === undefined || !isSpan(when)) return undefined;
  const [first = '', last = ''] = when.split('..');
  return { first, last };
}

/** From when on, and up to when: milliseconds since 1970, the end no part of it. Days are those of this computer. */
export function boundsOf(when: When, now: number): { from?: number; until?: number } {
  const days = daysOf(when);
  if (days) return { from: midnight(days.first, 0), until: midnight(days.last, 1) };
  if (when === 'older') return { until: now - SPAN['30d'] };
  const within = WITHIN.find((name): name is Exclude<Within, 'older'> => name === when);
  return within ? { from: now - SPAN[within] } : {};
}

/** What never happened is "longer ago". */
export function wasThen(at: number | undefined, when: When, now: number): boolean {
  if (at === undefined) return when === 'older';
  const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = boundsOf(when, now);
  return at >= from && at < until;
}

const dayWithYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', year: 'numeric' });

/** "last 7 days", "Nov 3 – 9, 2026": for a chip. */
export function whenWords(when: When): string {
  const days = daysOf(when);
  if (!days) return WITHIN_WORDS[WITHIN.find((name) => name === when) ?? 'older'];
  return dayWithYear.formatRange(midnight(days.first, 0), midnight(days.last, 0));
}

function isSpan(when: When): when is DaySpan {
  return when.includes('..');
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function midnight(day: string, later: number): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}
