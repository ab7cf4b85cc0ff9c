// How far back the overview looks; it stands in the address.
import type { OverviewWindow } from '../../api/bindings/OverviewWindow';

export const WINDOWS = ['day', 'week', 'month'] as const satisfies readonly OverviewWindow[];

export const WINDOW_WORDS: Record<OverviewWindow, { short: string; long: string }> = {
  day: { short: '24 h', long: 'last 24 hours' },
  week: { short: '7 d', long: 'last 7 days' },
  month: { short: '30 d', long: 'last 30 days' },
};

export interface OverviewSearch {
  span?: OverviewWindow;
}

export function parseOverviewSearch(raw: Record<string, unknown>): OverviewSearch {
  const span = WINDOWS.find((known) => known === raw.span);
  return span ? { span } : {};
}
