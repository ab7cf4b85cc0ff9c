// Numbers as people read them. What the platform did not report is said so, and never becomes a 0.
import { locale } from './locale';

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

export const NOT_REPORTED = 'not reported';
export const NOTHING = '–';

/** `1234` → "1,234". */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** For a column, where "not reported" would not fit: a dash. */
export function countOrDash(value: number | undefined): string {
  return value === undefined ? NOTHING : formatCount(value);
}

/** For a sentence or a fact. */
export function countOrNotReported(value: number | undefined): string {
  return value === undefined ? NOT_REPORTED : formatCount(value);
}

/** Share of `part` in `all`, such as "99.1 %". A dash when nothing was received or something is unknown. */
export function formatRate(part: number | undefined, all: number | undefined): string {
  if (part === undefined || all === undefined || all <= 0) return NOTHING;
  const percent = (part / all) * 100;
  // 99.96 % must not read "100 %": only a full house does.
  const honest = part < all ? Math.min(percent, 99.9) : percent;
  return `${oneDecimal.format(honest)}\u00a0%`;
}

/** `one` for exactly one, else `many`, with the number in front. */
export function plural(value: number, one: string, many: string): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}
