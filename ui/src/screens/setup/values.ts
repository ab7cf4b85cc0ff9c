// What the wizard holds while it is open. Mirrors the screen, not the contract: what was typed under one kind of
// destination is still there after looking at another. `toForm` makes the contract's form of it.
import * as v from 'valibot';
import type { Destination } from '../../api/bindings/Destination';
import type { MappingLine } from '../../api/bindings/MappingLine';
import type { PlaceShape } from '../../api/bindings/PlaceShape';
import type { SetupDefaults } from '../../api/bindings/SetupDefaults';
import type { SetupForm } from '../../api/bindings/SetupForm';
import { destinationKey } from '../../api/destinationKey';
import { lineSchema, sampleSchema } from '../parts/mapping/draft';

const tagsSchema = v.record(v.string(), v.array(v.string()));

const shapeSchema = v.object({
  fields: v.record(v.string(), v.unknown()),
  class: v.picklist(['event', 'profile']),
  fieldGroups: v.array(v.string()),
  identities: v.array(v.object({ path: v.string(), namespace: v.string(), primary: v.boolean() })),
  tags: tagsSchema,
  leftOut: v.array(v.string()),
});

/** An older version kept the fields of a recipe's schema alone. */
const fieldsAlone = v.pipe(v.record(v.string(), v.unknown()), v.transform(shapeOf));

const valuesSchema = v.object({
  name: v.string(),
  description: v.string(),
  source: v.string(),
  destinationKind: v.picklist(['starter', 'shape', 'existing_schema', 'existing_dataset']),
  datasetName: v.string(),
  schemaId: v.nullable(v.string()),
  datasetId: v.nullable(v.string()),
  /** The place of the recipe that was taken. */
  shape: v.optional(v.union([shapeSchema, fieldsAlone])),
  /** Tags of the recipe that was taken, for a new dataset. */
  tags: v.optional(tagsSchema),
  /** Lines that a person changed, by destination; elsewhere the suggested ones are in force. */
  lines: v.record(v.string(), v.array(lineSchema)),
  /** Lines of the dataflow that is replaced, or of the recipe: in force in place of the suggested ones. */
  formerLines: v.optional(v.array(lineSchema)),
  sample: sampleSchema,
});

export type Values = v.InferOutput<typeof valuesSchema>;
export type DestinationKind = Values['destinationKind'];

/** What the wizard opens with: everything filled in, so that Continue works at once. */
export function startingValues(defaults: SetupDefaults): Values {
  return {
    name: defaults.name,
    description: '',
    source: defaults.source.id,
    destinationKind: 'starter',
    datasetName: defaults.datasetName,
    schemaId: null,
    datasetId: null,
    lines: {},
    sample: { kind: 'example', id: defaults.examples[0]?.id ?? '' },
  };
}

/** Another source is chosen: what was suggested for the first gives way to its own, what was typed stays. */
export function withSource(values: Values, before: SetupDefaults, next: SetupDefaults): Values {
  const asSuggested = (typed: string, suggested: string, fresh: string) =>
    typed === suggested ? fresh : typed;
  return {
    ...values,
    source: next.source.id,
    name: asSuggested(values.name, before.name, next.name),
    datasetName: asSuggested(values.datasetName, before.datasetName, next.datasetName),
    sample: { kind: 'example', id: next.examples[0]?.id ?? '' },
  };
}

/** A saved draft, if it is one that this version understands. */
export function readDraft(values: unknown): Values | undefined {
  const read = v.safeParse(valuesSchema, values);
  return read.success ? read.output : undefined;
}

/** Where the events go; null while a schema or dataset is still to be chosen. */
export function destinationOf(values: Values): Destination | null {
  const { datasetName, schemaId, datasetId } = values;
  switch (values.destinationKind) {
    case 'starter':
      return { kind: 'starter', datasetName };
    case 'shape':
      return { kind: 'shape', datasetName, ...(values.shape ?? shapeOf({})) };
    case 'existing_schema':
      if (schemaId === null) return null;
      return { kind: 'existing_schema', schemaId, datasetName, ...(values.tags && { tags: values.tags }) };
    case 'existing_dataset':
      return datasetId === null ? null : { kind: 'existing_dataset', datasetId };
  }
}

/** The lines in force for a destination. */
export function linesFor(
  values: Values,
  destination: Destination,
  suggested: readonly MappingLine[],
): readonly MappingLine[] {
  return values.lines[destinationKey(values.source, destination)] ?? values.formerLines ?? suggested;
}

export function toForm(values: Values, destination: Destination, lines: readonly MappingLine[]): SetupForm {
  return {
    name: values.name.trim(),
    description: values.description.trim(),
    source: values.source,
    destination:
      'datasetName' in destination
        ? { ...destination, datasetName: destination.datasetName.trim() }
        : destination,
    lines: [...lines],
  };
}

/** The way back: a set-up that was undone opens in the wizard as it was. */
export function fromForm(form: SetupForm): Values {
  const { destination } = form;
  return {
    name: form.name,
    description: form.description,
    source: form.source,
    destinationKind: destination.kind,
    datasetName: 'datasetName' in destination ? destination.datasetName : '',
    schemaId: destination.kind === 'existing_schema' ? destination.schemaId : null,
    datasetId: destination.kind === 'existing_dataset' ? destination.datasetId : null,
    ...recipeOf(destination),
    lines: { [destinationKey(form.source, destination)]: form.lines },
    sample: { kind: 'example', id: '' },
  };
}

/** What of a destination came from a recipe. */
function recipeOf(destination: Destination): Pick<Values, 'shape' | 'tags'> {
  if (destination.kind === 'existing_schema') return destination.tags ? { tags: destination.tags } : {};
  if (destination.kind !== 'shape') return {};
  const { kind: _, datasetName: __, ...shape } = destination;
  return { shape, ...(Object.keys(shape.tags).length > 0 && { tags: shape.tags }) };
}

/** A place that has these fields and nothing else. */
function shapeOf(fields: Record<string, unknown>): PlaceShape {
  return { fields, class: 'event', fieldGroups: [], identities: [], tags: {}, leftOut: [] };
}

/**
 * What the wizard holds for a dataflow that is made after another, which it replaces or whose recipe was read: as
 * that one is, with names that are free. Its lines stay in force whatever destination is chosen.
 */
export function valuesAfter(form: SetupForm, defaults: SetupDefaults): Values {
  const { lines: formerLines, ...rest } = form;
  const former = fromForm({ ...rest, lines: formerLines });
  return {
    ...former,
    datasetName: former.datasetName === '' ? defaults.datasetName : former.datasetName,
    lines: {},
    ...(formerLines.length > 0 && { formerLines }),
    sample: { kind: 'example', id: defaults.examples[0]?.id ?? '' },
  };
}
