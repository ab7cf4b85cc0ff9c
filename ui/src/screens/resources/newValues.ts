// What the forms for new resources hold, and how a kept draft of one is read again.
import type { ResourceTag } from '../../api/bindings/ResourceTag';

export interface NewValues {
  name: string;
  description: string;
  /** The schema, the source or the dataset that was picked. */
  picked: string | null;
  errorDiagnostics: boolean;
  tags: readonly ResourceTag[];
}

export const EMPTY: NewValues = { name: '', description: '', picked: null, errorDiagnostics: true, tags: [] };

/** A draft as it was kept; nothing when an older version of the form wrote something else. */
export function readDraft(kept: unknown): NewValues | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { name, description, picked, errorDiagnostics, tags } = kept as Record<string, unknown>;
  if (typeof name !== 'string' || typeof description !== 'string') return undefined;
  if (picked !== null && typeof picked !== 'string') return undefined;
  if (typeof errorDiagnostics !== 'boolean' || !Array.isArray(tags) || !tags.every(isTag)) return undefined;
  return { name, description, picked, errorDiagnostics, tags };
}

function isTag(tag: unknown): tag is ResourceTag {
  if (typeof tag !== 'object' || tag === null) return false;
  const { key, values, fixed } = tag as Record<string, unknown>;
  return typeof key === 'string' && typeof fixed === 'boolean' && isTexts(values);
}

function isTexts(values: unknown): boolean {
  return Array.isArray(values) && values.every((value) => typeof value === 'string');
}

/** Whether anything would be lost with the form. */
export function isTouched(values: NewValues): boolean {
  return (
    values.name !== '' ||
    values.description !== '' ||
    values.picked !== null ||
    values.tags.length > 0 ||
    values.errorDiagnostics !== EMPTY.errorDiagnostics
  );
}
