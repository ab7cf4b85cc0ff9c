// What a new mapping holds while it is made, and how a kept draft of one is read again.
import * as v from 'valibot';
import { lineSchema, sampleSchema } from '../parts/mapping/draft';

/** Name of the draft of a new mapping. */
export const MAPPING_DRAFT = 'new mapping';

const valuesSchema = v.object({
  schemaId: v.nullable(v.string()),
  source: v.string(),
  /** Absent while those that suggest themselves are in force. */
  lines: v.optional(v.array(lineSchema)),
  sample: sampleSchema,
});

export type MappingValues = v.InferOutput<typeof valuesSchema>;

export const EMPTY_MAPPING: MappingValues = {
  schemaId: null,
  source: 'pendo',
  sample: { kind: 'example', id: '' },
};

/** A draft as it was kept; nothing where it has another shape. */
export function readMappingDraft(kept: unknown): MappingValues | undefined {
  const read = v.safeParse(valuesSchema, kept);
  return read.success ? read.output : undefined;
}
