// What a version of a mapping does differently from another, field by field of the record.
import type { ShownLine } from '../../api/bindings/ShownLine';

export interface Difference {
  target: string;
  /** What fills it now; undefined when nothing does. */
  before: string | undefined;
  after: string | undefined;
}

export function differences(before: readonly ShownLine[], after: readonly ShownLine[]): Difference[] {
  const from = new Map(before.map(({ target, source }) => [target, source]));
  const to = new Map(after.map(({ target, source }) => [target, source]));
  const targets = [...new Set([...from.keys(), ...to.keys()])];
  return targets
    .map((target) => ({ target, before: from.get(target), after: to.get(target) }))
    .filter((line) => line.before !== line.after);
}
