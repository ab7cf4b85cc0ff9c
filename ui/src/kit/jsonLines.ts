// A value as lines of indented JSON that know which field they show, so that one can be marked.

export interface JsonLine {
  /** Path with dots of the field on this line; empty for brackets. */
  path: string;
  indent: number;
  key?: string;
  /** Value or bracket, with its comma. */
  text: string;
  kind: 'text' | 'number' | 'other' | 'bracket';
}

export function jsonLines(record: unknown): JsonLine[] {
  return linesOf(record, { path: '', indent: 0, comma: '' });
}

interface Place {
  path: string;
  indent: number;
  comma: string;
  key?: string;
}

function linesOf(value: unknown, place: Place): JsonLine[] {
  if (Array.isArray(value)) {
    const items = value.map((item, index) => ({ item, path: `${place.path}[${index}]` }));
    return wrapped('[', ']', place, items);
  }
  if (typeof value === 'object' && value !== null) {
    const items = Object.entries(value).map(([key, item]) => {
      const name = key.replaceAll('.', '\\.');
      return { item, key, path: place.path === '' ? name : `${place.path}.${name}` };
    });
    return wrapped('{', '}', place, items);
  }
  return [{ ...head(place), text: `${JSON.stringify(value)}${place.comma}`, kind: kindOf(value) }];
}

interface Item {
  item: unknown;
  path: string;
  key?: string;
}

function wrapped(open: string, close: string, place: Place, items: readonly Item[]): JsonLine[] {
  if (items.length === 0) return [{ ...head(place), text: `${open}${close}${place.comma}`, kind: 'bracket' }];
  const inner = items.flatMap(({ item, ...rest }, index) =>
    linesOf(item, { ...rest, indent: place.indent + 1, comma: index < items.length - 1 ? ',' : '' }),
  );
  const end: JsonLine = { path: '', indent: place.indent, text: `${close}${place.comma}`, kind: 'bracket' };
  return [{ ...head(place), text: open, kind: 'bracket' }, ...inner, end];
}

function head({ path, indent, key }: Place): Pick<JsonLine, 'path' | 'indent' | 'key'> {
  return key === undefined ? { path, indent } : { path, indent, key };
}

function kindOf(value: unknown): JsonLine['kind'] {
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'number' : 'other';
}
