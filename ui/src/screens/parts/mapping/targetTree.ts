// The fields of the target schema as rows of a tree. Objects that the schema does not list by themselves stand above
// their fields all the same.
import type { IdentityMark } from '../../../api/bindings/IdentityMark';
import type { TargetField } from '../../../api/bindings/TargetField';
import type { TargetKind } from '../../../api/bindings/TargetKind';

export interface TargetNode {
  path: string;
  /** The last key of the path. */
  name: string;
  title: string;
  depth: number;
  kind: TargetKind;
  required: boolean;
  identity: IdentityMark | undefined;
  /** A line may fill it; an object that is only there for its fields is filled by theirs. */
  fillable: boolean;
}

export function targetTree(fields: readonly TargetField[]): TargetNode[] {
  const known = new Map(fields.map((field) => [field.path, field]));
  const below = new Map<string, string[]>([['', []]]);
  for (const { path } of fields) {
    for (const [whole, above] of around(path)) {
      if (below.has(whole)) continue;
      below.set(whole, []);
      below.get(above)?.push(whole);
    }
  }
  const walk = (above: string, depth: number): TargetNode[] =>
    (below.get(above) ?? []).flatMap((path) => [
      nodeOf(path, depth, known.get(path)),
      ...walk(path, depth + 1),
    ]);
  return walk('', 0);
}

/** A path and those of the objects around it, the outermost first, each with the one around it. */
function around(path: string): [whole: string, above: string][] {
  const keys = path.split('.');
  return keys.map((_, index) => [keys.slice(0, index + 1).join('.'), keys.slice(0, index).join('.')]);
}

function nodeOf(path: string, depth: number, field: TargetField | undefined): TargetNode {
  return {
    path,
    name: path.slice(path.lastIndexOf('.') + 1),
    title: field?.title ?? '',
    depth,
    kind: field?.kind ?? 'object',
    required: field?.required ?? false,
    identity: field?.identity,
    fillable: field !== undefined,
  };
}

/** The rows whose name or title holds a word, with the objects around them. */
export function matchingTargets(nodes: readonly TargetNode[], typed: string): readonly TargetNode[] {
  const word = typed.trim().toLowerCase();
  if (word === '') return nodes;
  const kept = new Set<string>();
  for (const { path, name, title } of nodes) {
    if (!name.toLowerCase().includes(word) && !title.toLowerCase().includes(word)) continue;
    for (const [whole] of around(path)) kept.add(whole);
  }
  return nodes.filter(({ path }) => kept.has(path));
}
