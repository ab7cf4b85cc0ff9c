// The list of dataflows as the window keeps it: each reply brings what changed, and is laid over what is known.
// A row that did not change stays the same object, so that whatever is made of it need not be made again.
import type { FlowList } from './bindings/FlowList';
import type { FlowRow } from './bindings/FlowRow';

/** A reply without its changes. */
type ListFacts = Omit<FlowList, 'rows' | 'gone' | 'anew'>;

export interface KnownFlows extends ListFacts {
  rows: readonly FlowRow[];
  /** Where each row stands in `rows`. */
  places: ReadonlyMap<string, number>;
}

/** What is known after a reply. */
export function takeIn(known: KnownFlows | undefined, reply: FlowList): KnownFlows {
  const { rows: changed, gone, anew, ...facts } = reply;
  const before = anew ? undefined : known;
  if (before && changed.length === 0 && gone.length === 0) {
    return { ...facts, rows: before.rows, places: before.places };
  }
  const rows = before ? [...before.rows] : [];
  const places = new Map(before?.places);
  for (const row of changed) {
    const place = places.get(row.id) ?? rows.length;
    rows[place] = row;
    places.set(row.id, place);
  }
  if (gone.length === 0) return { ...facts, rows, places };
  const lost = new Set(gone);
  const left = rows.filter(({ id }) => !lost.has(id));
  return { ...facts, rows: left, places: placesOf(left) };
}

function placesOf(rows: readonly FlowRow[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ id }, place) => [id, place]));
}

/** The row of a dataflow, if it is known. */
export function rowOf(known: KnownFlows | undefined, id: string): FlowRow | undefined {
  const place = known?.places.get(id);
  return place === undefined ? undefined : known?.rows[place];
}
