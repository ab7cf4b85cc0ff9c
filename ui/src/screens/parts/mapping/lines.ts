// Mapping lines as text and as things to change. Paths use dots; a dot inside a key is escaped with a backslash.
import type { MappingLine } from '../../../api/bindings/MappingLine';
import type { MappingSource } from '../../../api/bindings/MappingSource';

export type SourceKindName = MappingSource['kind'];

export const KIND_WORDS: Record<SourceKindName, string> = {
  field: 'As it is',
  seconds_to_date: 'Seconds to a date',
  milliseconds_to_date: 'Milliseconds to a date',
  expression: 'Expression',
};

/** The path or expression, whatever the kind. */
export function sourceText(source: MappingSource): string {
  return source.kind === 'expression' ? source.text : source.path;
}

/** Keeps what was typed when only the kind changes. */
export function withKind(source: MappingSource, kind: SourceKindName): MappingSource {
  const text = sourceText(source);
  return kind === 'expression' ? { kind, text } : { kind, path: text };
}

export function withText(source: MappingSource, text: string): MappingSource {
  return source.kind === 'expression' ? { kind: 'expression', text } : { kind: source.kind, path: text };
}

/** Keys of a path: split at dots that are not escaped. */
export function keysOf(path: string): string[] {
  return path.split(/(?<!\\)\./).filter((key) => key !== '');
}

/** "properties.guideProperties.name" → "…guideProperties.name": the last two keys say which it is. */
export function shortPath(path: string): string {
  const keys = keysOf(path);
  return keys.length > 2 ? `…${keys.slice(-2).join('.')}` : path;
}

/** The tenant's namespace is the same on every line, so it is drawn fainter than the field behind it. */
export function splitTarget(target: string): { namespace: string; field: string } {
  const keys = keysOf(target);
  if (keys.length < 2 || !keys[0]?.startsWith('_')) return { namespace: '', field: target };
  const skipped = keys.length > 2 ? 2 : 1;
  return { namespace: `${keys.slice(0, skipped).join('.')}.`, field: keys.slice(skipped).join('.') };
}

/** Whether a line reads this field of the event. */
export function readsField(line: MappingLine, path: string): boolean {
  if (path === '') return false;
  if (line.source.kind !== 'expression') return line.source.path === path;
  // Most fields do not stand in most expressions: the look for whole names is dear.
  if (!line.source.text.includes(path)) return false;
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.])${escaped}(?![\\w.])`).test(line.source.text);
}

/** Names a line for the look-up of its verdict: while a preview is on its way the others keep theirs. */
export function lineKey(line: MappingLine): string {
  return JSON.stringify([line.source.kind, sourceText(line.source), line.target]);
}

/** `lines.3.target` → 3; undefined for a problem of the mapping as a whole. */
export function lineOfField(field: string): number | undefined {
  const [first, place = ''] = field.split('.');
  if (first !== 'lines' && first !== 'mapping') return undefined;
  const index = Number.parseInt(place, 10);
  return Number.isNaN(index) ? undefined : index;
}
