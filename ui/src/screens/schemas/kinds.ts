// Types of fields in words.
import type { ShapeField } from '../../api/bindings/ShapeField';
import type { ShapeKind } from '../../api/bindings/ShapeKind';
import type { TargetKind } from '../../api/bindings/TargetKind';

export const KIND_WORDS: Record<TargetKind, string> = {
  text: 'Text',
  date_time: 'Date and time',
  integer: 'Whole number',
  number: 'Number',
  boolean: 'True or false',
  object: 'Object',
  array: 'List',
};

export const SHAPE_WORDS: Record<ShapeKind, string> = {
  text: KIND_WORDS.text,
  date_time: KIND_WORDS.date_time,
  integer: KIND_WORDS.integer,
  number: KIND_WORDS.number,
  boolean: KIND_WORDS.boolean,
  object: KIND_WORDS.object,
};

const LIST_WORDS: Record<ShapeKind, string> = {
  text: 'List of texts',
  date_time: 'List of dates',
  integer: 'List of whole numbers',
  number: 'List of numbers',
  boolean: 'List of true or false',
  object: 'List of objects',
};

export function shapeWord({ kind, list }: Pick<ShapeField, 'kind' | 'list'>): string {
  return list ? LIST_WORDS[kind] : SHAPE_WORDS[kind];
}

/** Types that a field may be given instead. An object is what its fields make it. */
export const SIMPLE_KINDS: readonly ShapeKind[] = ['text', 'date_time', 'integer', 'number', 'boolean'];
