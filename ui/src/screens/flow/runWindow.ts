// The window of time that a dataflow's page shows, as it stands in the address: the last 24 hours, 7 days (when
// nothing is said), 30 days, or days of one's own.
import type { RunWindow } from '../../api/bindings/RunWindow';

export const WINDOWS = ['24h', '7d', '30d', 'custom'] as const;
export type WindowId = (typeof WINDOWS)[number];

export const WINDOW_WORDS: Record<WindowId, { short: string; long: string }> = {
  '24h': { short: '24 h', long: 'last 24 hours' },
  '7d': { short: '7 d', long: 'last 7 days' },
  '30d': { short: '30 d', long: 'last 30 days' },
  custom: { short: 'Custom', long: 'the days chosen' },
};

export interface WindowSearch {
  window?: WindowId;
  /** First and last day of a custom window, such as "2026-11-23". */
  from?: string;
  to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What of an address is a window; anything else is left out. */
export function windowSearch(search: Record<string, unknown>): WindowSearch {
  const window = WINDOWS.find((id) => id === search.window && id !== '7d');
  if (window !== 'custom') return window ? { window } : {};
  const { from, to } = search;
  const days = isDay(from) && isDay(to) && from <= to;
  return days ? { window, from, to } : {};
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));
}

/** The window that is asked for: days begin and end at midnight of this computer's time zone. */
export function runWindow({ window, from, to }: WindowSearch): RunWindow {
  switch (window) {
    case '24h':
      return { kind: 'day' };
    case '30d':
      return { kind: 'month' };
    case 'custom':
      if (from && to) return { kind: 'custom', from: midnight(from, 0), to: midnight(to, 1) };
      return { kind: 'week' };
    default:
      return { kind: 'week' };
  }
}

function midnight(day: string, later: number): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}

/** "last 7 days", "23 Nov to 25 Nov": for sentences. */
export function windowWords({ window = '7d', from, to }: WindowSearch): string {
  if (window === 'custom' && from && to) return from === to ? `on ${from}` : `${from} to ${to}`;
  return WINDOW_WORDS[window].long;
}
