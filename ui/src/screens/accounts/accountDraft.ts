// What is kept of a half-finished account: everything that was entered but secrets.
import * as v from 'valibot';
import type { AccountSource } from '../../api/bindings/AccountSource';
import { type AuthValues, startingValues, withoutSecrets } from './authValues';

/** Name of the draft of a new account. */
export const ACCOUNT_DRAFT = 'account';

export interface AccountDraft {
  specId?: string | undefined;
  way?: string | undefined;
  /** Absent while it follows the source. */
  name?: string | undefined;
  description: string;
  values: AuthValues;
}

export const NOTHING_ENTERED: AccountDraft = { description: '', values: {} };

const draftSchema = v.object({
  specId: v.optional(v.string()),
  way: v.optional(v.string()),
  name: v.optional(v.string()),
  description: v.string(),
  values: v.record(v.string(), v.string()),
});

/** A draft as it was kept; nothing where it has another shape, or is for a source that is not offered any more. */
export function readDraft(kept: unknown, sources: readonly AccountSource[]): AccountDraft | undefined {
  const read = v.safeParse(draftSchema, kept);
  if (!read.success) return undefined;
  const { specId, values } = read.output;
  const source = sources.find((one) => one.specId === specId);
  const way = source?.ways.find(({ name }) => name === read.output.way) ?? source?.ways[0];
  if (!source || !way) return undefined;
  // What the source asks for may have changed since.
  const start = startingValues(way.fields);
  const known = Object.entries(values).filter(([path]) => path in start);
  const entered = withoutSecrets(way.fields, { ...start, ...Object.fromEntries(known) });
  return { ...read.output, way: way.name, values: entered };
}
