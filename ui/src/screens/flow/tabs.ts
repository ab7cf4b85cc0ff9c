// The tabs of a dataflow's page; the one in front stands in the address.
export const TABS = ['overview', 'runs', 'technical'] as const;
export type TabId = (typeof TABS)[number];

export function tabSearch(search: Record<string, unknown>): { tab?: TabId } {
  const tab = TABS.find((id) => id === search.tab);
  return tab ? { tab } : {};
}
