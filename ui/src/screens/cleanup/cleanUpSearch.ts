// Which part of Clean up is open, in the address.
export const CLEAN_UP_TABS = ['leftovers', 'deleted'] as const;

export interface CleanUpSearch {
  tab?: (typeof CLEAN_UP_TABS)[number];
}

export function cleanUpSearch(search: Record<string, unknown>): CleanUpSearch {
  const { tab: asked } = search;
  const tab = CLEAN_UP_TABS.find((known) => known === asked);
  return tab ? { tab } : {};
}
