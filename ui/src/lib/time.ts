// Times as people read them: local, short, and a dash where the platform sent none (or a 0, which is 1970).
// Every function takes the time in milliseconds since 1970; those that compare take `now` too, because in
// practice mode "now" is the clock of the made-up platform.
import { locale } from './locale';
import { NOTHING } from './number';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayInYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
const dayWithYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', year: 'numeric' });

export function isKnownTime(ms: number | undefined): ms is number {
  return ms !== undefined && Number.isFinite(ms) && ms > 0;
}

/** "14:02" */
export function clockTime(ms: number | undefined): string {
  return isKnownTime(ms) ? clock.format(ms) : NOTHING;
}

/** "just now", "12 min ago", "3 h ago", "4 d ago" */
export function timeAgo(ms: number | undefined, now: number): string {
  if (!isKnownTime(ms)) return NOTHING;
  const passed = now - ms;
  if (passed < MINUTE) return 'just now';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h ago`;
  return `${Math.floor(passed / DAY)} d ago`;
}

/** Seconds matter here: "Updated 12 s ago". */
export function freshness(ms: number | undefined, now: number): string {
  if (!isKnownTime(ms)) return NOTHING;
  const passed = Math.max(0, now - ms);
  if (passed < 5 * SECOND) return 'just now';
  return passed < MINUTE ? `${Math.floor(passed / SECOND)} s ago` : timeAgo(ms, now);
}

function startOfDay(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}

/** Today "14:02", then "Yesterday", then "Nov 20", and the year once it is another one. */
export function shortDate(ms: number | undefined, now: number): string {
  if (!isKnownTime(ms)) return NOTHING;
  const days = Math.round((startOfDay(now) - startOfDay(ms)) / DAY);
  if (days <= 0) return clockTime(ms);
  if (days === 1) return 'Yesterday';
  const sameYear = new Date(ms).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayInYear : dayWithYear).format(ms);
}

/** "Today 14:02", "Yesterday 14:02", "Nov 20, 2026, 14:02" */
export function longDate(ms: number | undefined, now: number): string {
  if (!isKnownTime(ms)) return NOTHING;
  const days = Math.round((startOfDay(now) - startOfDay(ms)) / DAY);
  if (days === 0) return `Today ${clockTime(ms)}`;
  if (days === 1) return `Yesterday ${clockTime(ms)}`;
  return `${dayWithYear.format(ms)}, ${clockTime(ms)}`;
}

/** The same inside a sentence: "today 14:02" */
export function dateInSentence(ms: number | undefined, now: number): string {
  return longDate(ms, now).replace(/^(Today|Yesterday)/, (day) => day.toLowerCase());
}

/** For what was mostly done a moment ago: "14:02", with its day once that is another one: "yesterday 14:02" */
export function recentTime(ms: number | undefined, now: number): string {
  return dateInSentence(ms, now).replace(/^today /, '');
}

/** For the tooltip of a local time: "2026-11-24 13:02 UTC". */
export function utcTime(ms: number | undefined): string {
  if (!isKnownTime(ms)) return '';
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** "0.4 s", "12 s", "3 min", "1 h 20 min" */
export function formatDuration(ms: number): string {
  if (ms < 10 * SECOND) return `${(Math.max(0, ms) / SECOND).toFixed(1)} s`;
  if (ms < MINUTE) return `${Math.round(ms / SECOND)} s`;
  if (ms < HOUR) return `${Math.round(ms / MINUTE)} min`;
  const minutes = Math.round((ms % HOUR) / MINUTE);
  return minutes === 0 ? `${Math.floor(ms / HOUR)} h` : `${Math.floor(ms / HOUR)} h ${minutes} min`;
}

/** A countdown: "4:07" */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
