// Which row a line is drawn in. Two lines may be equal while one of them is being written, so a line is known by itself
// and not by what it says: its row stays the same while it is changed, and while others go.
import type { MappingLine } from '../../../api/bindings/MappingLine';

const ids = new WeakMap<MappingLine, number>();
let last = 0;

export function rowIdOf(line: MappingLine): number {
  const id = ids.get(line) ?? ++last;
  ids.set(line, id);
  return id;
}

/** `next` is what `line` became. */
export function keepRow(line: MappingLine, next: MappingLine): void {
  ids.set(next, rowIdOf(line));
}
