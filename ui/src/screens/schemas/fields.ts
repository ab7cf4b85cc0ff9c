// Searching in the fields of a schema.
import type { SchemaField } from '../../api/bindings/SchemaField';

/** The fields that match, and what is above them, so that it stays a tree. */
export function matching(fields: readonly SchemaField[], q: string): readonly SchemaField[] {
  const wanted = q.trim().toLowerCase();
  if (wanted === '') return fields;
  const kept = new Set<string>();
  for (const { path, name, title } of fields) {
    if (![name, title].some((text) => text.toLowerCase().includes(wanted))) continue;
    const steps = path.split('.');
    steps.forEach((_, end) => {
      kept.add(steps.slice(0, end + 1).join('.'));
    });
  }
  return fields.filter(({ path }) => kept.has(path));
}
