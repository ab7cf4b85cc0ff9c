// What the form of a new schema holds: also what is kept of it as a draft, and what is sent.
import * as v from 'valibot';
import type { IdentityChoice } from '../../api/bindings/IdentityChoice';
import type { SampleShape } from '../../api/bindings/SampleShape';
import type { SchemaClass } from '../../api/bindings/SchemaClass';
import type { SchemaForm } from '../../api/bindings/SchemaForm';
import type { SchemaStart } from '../../api/bindings/SchemaStart';
import type { ShapeField } from '../../api/bindings/ShapeField';

export type Start = SchemaStart['kind'];

export interface SchemaValues {
  title: string;
  description: string;
  class: SchemaClass;
  start: Start;
  /** What was pasted, read or not. */
  text: string;
  /** What was read of it; names and types as they were changed. */
  shape: SampleShape | null;
  fieldGroups: string[];
  identity: IdentityChoice & { on: boolean };
  profile: boolean;
}

export const EMPTY: SchemaValues = {
  title: '',
  description: '',
  class: 'event',
  start: 'sample',
  text: '',
  shape: null,
  fieldGroups: [],
  identity: { on: false, path: '', namespace: '', primary: false },
  profile: false,
};

/** Whether anything would be lost. */
export function isTouched(values: SchemaValues): boolean {
  return JSON.stringify(values) !== JSON.stringify(EMPTY);
}

/** The names above a field and its own, with dots. */
export function pathAt(fields: readonly ShapeField[], place: number): string {
  const names: string[] = [];
  let depth = (fields[place]?.depth ?? -1) + 1;
  for (let at = place; at >= 0 && depth > 0; at -= 1) {
    const field = fields[at];
    if (field && field.depth === depth - 1) {
      names.unshift(field.name);
      depth = field.depth;
    }
  }
  return names.join('.');
}

/** Whether the objects above each field, and the field itself, shall be in the schema. */
export function inSchema(fields: readonly ShapeField[]): boolean[] {
  const above: boolean[] = [];
  return fields.map(({ depth, included }) => {
    above.length = depth;
    const inside = included && above.every(Boolean);
    above.push(inside);
    return inside;
  });
}

/** Paths of the fields that may be an identity: texts that are in the schema and in no list. */
export function identityPaths(fields: readonly ShapeField[]): string[] {
  const inside = inSchema(fields);
  const above: { name: string; single: boolean }[] = [];
  const paths: string[] = [];
  fields.forEach(({ name, depth, kind, list }, at) => {
    above.length = depth;
    above.push({ name, single: !list });
    if (inside[at] && kind === 'text' && above.every(({ single }) => single)) {
      paths.push(above.map((step) => step.name).join('.'));
    }
  });
  return paths;
}

/** One field changed; an identity follows the names of what it is made of. */
export function withField(values: SchemaValues, place: number, part: Partial<ShapeField>): SchemaValues {
  const { shape, identity } = values;
  if (!shape) return values;
  const fields = shape.fields.map((field, at) => (at === place ? { ...field, ...part } : field));
  const changed = { ...values, shape: { ...shape, fields } };
  if (identity.path === '' || part.name === undefined) return changed;
  const marked = shape.fields.findIndex(
    ({ kind }, at) => kind === 'text' && pathAt(shape.fields, at) === identity.path,
  );
  return marked < 0 ? changed : { ...changed, identity: { ...identity, path: pathAt(fields, marked) } };
}

const GOOD_NAME = /^[A-Za-z0-9-][A-Za-z0-9_-]{0,99}$/;

/** What is wrong with each name, said while it is typed. */
export function nameProblems(fields: readonly ShapeField[]): Map<number, string> {
  const found = new Map<number, string>();
  const inside = inSchema(fields);
  const beside: Set<string>[] = [];
  fields.forEach(({ name, depth }, at) => {
    beside.length = Math.min(beside.length, depth + 1);
    while (beside.length <= depth) beside.push(new Set());
    if (!inside[at]) return;
    const plain = name.trim();
    const names = beside[depth];
    if (!GOOD_NAME.test(plain)) found.set(at, whyBad(plain));
    else if (names?.has(plain.toLowerCase())) {
      found.set(at, 'A field beside it has this name; capitals make no difference.');
    }
    names?.add(plain.toLowerCase());
  });
  return found;
}

function whyBad(name: string): string {
  if (name === '') return 'Give the field a name.';
  if (name.startsWith('_')) return 'A name may not begin with _: those are Adobe’s own.';
  if (name.length > 100) return 'A name has at most 100 characters.';
  return 'A name has letters (a to z), digits, - and _ only.';
}

export function toForm(values: SchemaValues): SchemaForm {
  const { title, description, class: kind, fieldGroups, identity, profile } = values;
  const { on, ...chosen } = identity;
  const marks = on && values.start !== 'field_groups';
  return {
    title,
    description,
    class: kind,
    start: startOf(values),
    fieldGroups,
    ...(marks && { identity: chosen }),
    profile: profile && marks,
  };
}

function startOf({ start, shape }: SchemaValues): SchemaStart {
  return start === 'sample' ? { kind: start, fields: shape?.fields ?? [] } : { kind: start };
}

const kindSchema = v.picklist(['text', 'date_time', 'integer', 'number', 'boolean', 'object']);

const valuesSchema = v.object({
  title: v.string(),
  description: v.string(),
  class: v.picklist(['event', 'profile']),
  start: v.picklist(['sample', 'starter', 'field_groups']),
  text: v.string(),
  shape: v.nullable(
    v.object({
      fields: v.array(
        v.object({
          key: v.string(),
          name: v.string(),
          depth: v.number(),
          kind: kindSchema,
          list: v.boolean(),
          included: v.boolean(),
        }),
      ),
      hints: v.array(v.object({ preview: v.string(), note: v.string() })),
      warnings: v.array(v.string()),
    }),
  ),
  fieldGroups: v.array(v.string()),
  identity: v.object({ on: v.boolean(), path: v.string(), namespace: v.string(), primary: v.boolean() }),
  profile: v.boolean(),
});

/** A draft as it was kept; nothing where it has another shape. */
export function readDraft(kept: unknown): SchemaValues | undefined {
  const read = v.safeParse(valuesSchema, kept);
  return read.success ? read.output : undefined;
}
