// The line that takes one field to another: a number that counts since 1970 becomes a date where a date is wanted.
import type { MappingLine } from '../../../api/bindings/MappingLine';
import type { SourceField } from '../../../api/bindings/SourceField';
import type { TargetKind } from '../../../api/bindings/TargetKind';

export function newLine(field: SourceField, target: { path: string; kind: TargetKind }): MappingLine {
  const { path, moment } = field;
  if (target.kind !== 'date_time' || !moment) {
    return { source: { kind: 'field', path }, target: target.path };
  }
  const kind = moment.unit === 'seconds' ? 'seconds_to_date' : 'milliseconds_to_date';
  return { source: { kind, path }, target: target.path };
}
