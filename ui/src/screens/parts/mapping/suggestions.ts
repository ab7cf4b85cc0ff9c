// Which suggested lines are news to a mapping, and why each suggests itself.
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { sourceText } from './lines';

/** Those for fields that no line fills yet, by itself or as a part of a whole object. */
export function freshSuggestions(
  suggested: readonly MappingLine[],
  lines: readonly MappingLine[],
): readonly MappingLine[] {
  const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}.`);
  return suggested.filter(
    ({ target }) => !lines.some((line) => within(target, line.target) || within(line.target, target)),
  );
}

/** Why a line suggests itself, as a sentence. */
export function whySuggested({ source }: MappingLine): string {
  const field = sourceText(source);
  switch (source.kind) {
    case 'seconds_to_date':
      return `${field} goes by this name and counts seconds; it becomes a date`;
    case 'milliseconds_to_date':
      return `${field} goes by this name and counts milliseconds; it becomes a date`;
    case 'field':
      return `${field} goes by this name, and its type fits`;
    case 'expression':
      return field;
  }
}
