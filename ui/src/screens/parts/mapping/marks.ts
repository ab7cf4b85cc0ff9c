// How each field of the event stands: as the worst of the lines that read it.
import type { LineVerdict } from '../../../api/bindings/LineVerdict';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import type { SourceField } from '../../../api/bindings/SourceField';
import { readsField } from './lines';

export type Mark = LineVerdict['state'] | undefined;

/** By path; a field that no line reads has none. A line without a verdict is taken for good. */
export function marksOf(
  fields: readonly SourceField[],
  lines: readonly MappingLine[],
  verdictOf: (line: MappingLine) => LineVerdict | undefined,
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  const add = (path: string, line: MappingLine) => {
    const state = verdictOf(line)?.state ?? 'good';
    const before = marks.get(path);
    if (before === 'error' || (before === 'warning' && state === 'good')) return;
    marks.set(path, state);
  };
  for (const line of lines) {
    if (line.source.kind !== 'expression') add(line.source.path, line);
    else for (const { path } of fields) if (readsField(line, path)) add(path, line);
  }
  return marks;
}
