// Types of fields on both sides: a mark for a row, words for those who read or hear it.
import type { SourceKind } from '../../../api/bindings/SourceKind';
import type { TargetKind } from '../../../api/bindings/TargetKind';

export const KIND_MARKS: Record<SourceKind | TargetKind, string> = {
  text: 'S',
  integer: '#',
  number: '#',
  boolean: '?',
  date_time: 'D',
  object: '{}',
  array: '[]',
  null: '∅',
};

export const KIND_NAMES: Record<SourceKind | TargetKind, string> = {
  text: 'Text',
  integer: 'Whole number',
  number: 'Number',
  boolean: 'Yes or no',
  date_time: 'Date and time',
  object: 'Object',
  array: 'List',
  null: 'Nothing',
};
