// The tabs of a dataflow's page; the one in front stands in the address.
import { type WindowSearch, windowSearch } from './runWindow';

export const TABS = ['overview', 'runs', 'mapping', 'settings', 'technical'] as const;
export type TabId = (typeof TABS)[number];

export interface FlowSearch extends WindowSearch {
  tab?: TabId;
}

/** What the address of a dataflow's page says: the tab in front and the time shown. */
export function tabSearch(search: Record<string, unknown>): FlowSearch {
  const tab = TABS.find((id) => id === search.tab);
  return { ...(tab && { tab }), ...windowSearch(search) };
}
