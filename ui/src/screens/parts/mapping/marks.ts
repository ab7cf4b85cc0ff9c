// How each field of the event stands: as the worst of the lines that read it.
import type { LineVerdict } from '../../../api/bindings/LineVerdict';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import type { SourceField } from '../../../api/bindings/SourceField';
import { readsField, shortPath, sourceText } from './lines';

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

/** What fills a field of the record. */
export interface Fill {
  mark: Mark;
  /** In short: the path, or the expression. */
  from: string;
}

/** By the path of the target, and of the fields within an object that is filled whole. */
export function fillsOf(
  targets: readonly { path: string }[],
  lines: readonly MappingLine[],
  verdictOf: (line: MappingLine) => LineVerdict | undefined,
): ReadonlyMap<string, Fill> {
  const fills = new Map<string, Fill>();
  for (const line of lines) {
    const { source, target } = line;
    const text = sourceText(source);
    if (target === '' || fills.has(target)) continue;
    const from = source.kind === 'field' ? shortPath(text) : `fx ${text}`;
    fills.set(target, { mark: verdictOf(line)?.state ?? 'good', from });
  }
  for (const { path } of targets) {
    const whole = outer(path).find((object) => fills.has(object));
    const fill = whole === undefined ? undefined : fills.get(whole);
    if (fill && !fills.has(path)) fills.set(path, { ...fill, from: `with ${whole}` });
  }
  return fills;
}

function outer(path: string): string[] {
  const keys = path.split('.');
  return keys.slice(1).map((_, index) => keys.slice(0, index + 1).join('.'));
}
