// What a draft holds of a mapping, read with care: another version of the app may have written it.
import * as v from 'valibot';

export const lineSchema = v.object({
  source: v.variant('kind', [
    v.object({ kind: v.literal('field'), path: v.string() }),
    v.object({ kind: v.literal('seconds_to_date'), path: v.string() }),
    v.object({ kind: v.literal('milliseconds_to_date'), path: v.string() }),
    v.object({ kind: v.literal('expression'), text: v.string() }),
  ]),
  target: v.string(),
});

export const sampleSchema = v.variant('kind', [
  v.object({ kind: v.literal('example'), id: v.string() }),
  v.object({ kind: v.literal('own'), text: v.string(), event: v.optional(v.number()) }),
]);

const mappingSchema = v.object({
  /** The version that the lines were changed from. */
  original: v.object({ id: v.string(), version: v.number() }),
  lines: v.array(lineSchema),
  sample: sampleSchema,
});

/** A mapping that is being changed. */
export type MappingDraft = v.InferOutput<typeof mappingSchema>;

/** A saved draft, if it is one that this version understands. */
export function readMappingDraft(values: unknown): MappingDraft | undefined {
  const read = v.safeParse(mappingSchema, values);
  return read.success ? read.output : undefined;
}
