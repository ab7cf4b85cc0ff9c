// What the word at the end of an expression may become: a function, or a field of the event.
import type { MappingFunction } from '../../../api/bindings/MappingFunction';
import type { SourceField } from '../../../api/bindings/SourceField';

export interface Completion {
  /** What it puts in the place of the word. */
  text: string;
  label: string;
  about: string;
}

const MOST = 6;

/** The word that is being written: letters, digits, dots and underscores at the end. */
export function lastWord(text: string): string {
  return /[\p{L}_$][\p{L}\p{N}_.]*$/u.exec(text)?.[0] ?? '';
}

export function completions(
  text: string,
  functions: readonly MappingFunction[],
  fields: readonly SourceField[],
): Completion[] {
  const word = lastWord(text).toLowerCase();
  if (word === '') return [];
  const starts = (name: string) => name.toLowerCase().startsWith(word);
  const found: Completion[] = [];
  for (const { name, syntax, about } of functions) {
    if (found.length < MOST && starts(name)) {
      found.push({ text: `${name}(`, label: syntax === '' ? name : syntax, about });
    }
  }
  const taken = found.length;
  for (const { path, key, kind, preview, reference } of fields) {
    if (found.length - taken >= MOST) break;
    if (kind === 'object' || path.toLowerCase() === word) continue;
    if (starts(path) || starts(key)) found.push({ text: reference ?? path, label: path, about: preview });
  }
  return found;
}

/** The expression with its last word made whole. */
export function completed(text: string, { text: whole }: Completion): string {
  return text.slice(0, text.length - lastWord(text).length) + whole;
}
