// Which rows are selected, as sets of ids. Pure.

export type Selection = ReadonlySet<string>;

export const NONE: Selection = new Set();

/** In or out, the others as they are. */
export function toggled(selection: Selection, id: string): Selection {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Everything from one row to another, both included, beside what is selected. */
export function ranged(selection: Selection, ids: readonly string[], from: string, to: string): Selection {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
  if (a < 0 || b < 0) return new Set([...selection, to]);
  return new Set([...selection, ...ids.slice(Math.min(a, b), Math.max(a, b) + 1)]);
}

/** Without what is not there any more; the very selection when nothing is gone. */
export function withoutGone(selection: Selection, isThere: (id: string) => boolean): Selection {
  const left = [...selection].filter(isThere);
  return left.length === selection.size ? selection : new Set(left);
}

/** How many of these are selected. */
export function countIn(selection: Selection, flows: readonly { row: { id: string } }[]): number {
  if (selection.size === 0) return 0;
  return flows.reduce((sum, { row }) => (selection.has(row.id) ? sum + 1 : sum), 0);
}
