// Which part of Clean up is open, in the address.
export const CLEAN_UP_PARTS = ['leftovers', 'deleted'] as const;

export interface CleanUpSearch {
  part?: (typeof CLEAN_UP_PARTS)[number];
}

export function cleanUpSearch(search: Record<string, unknown>): CleanUpSearch {
  const { part: asked } = search;
  const part = CLEAN_UP_PARTS.find((known) => known === asked);
  return part ? { part } : {};
}
