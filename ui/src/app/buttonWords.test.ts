// A Spectrum button centres its words only when they are one text: of several children ("Delete {count}") it draws
// them too high. This reads every screen, so that it cannot come back.
import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });
const BUTTONS = ['Button', 'ActionButton', 'ToggleButton', 'LinkButton'];

/** The place after the bracket that closes the one at `open`; quoted text between does not count. */
function closing(text: string, open: number, pair: '{}' | '<>'): number {
  const [left, right] = pair;
  let quote: string | undefined;
  let depth = 0;
  let braces = 0;
  for (let at = open; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== undefined) {
      if (sign === quote) quote = undefined;
      continue;
    }
    if (sign === '"' || sign === "'" || sign === '`') quote = sign;
    if (pair === '<>' && sign === '{') braces += 1;
    if (pair === '<>' && sign === '}') braces -= 1;
    if (braces > 0) continue;
    if (sign === left) depth += 1;
    if (sign === right) depth -= 1;
    if (depth === 0 && sign === right) return at + 1;
  }
  return text.length;
}

/** How many texts and expressions stand side by side; elements such as an icon do not count. */
function countWords(children: string): number {
  let count = 0;
  let at = 0;
  while (at < children.length) {
    if (children[at] === '{') {
      count += 1;
      at = closing(children, at, '{}');
    } else if (children[at] === '<') {
      const end = closing(children, at, '<>');
      const name = /^<(\w+)/.exec(children.slice(at))?.[1];
      const isWhole = children[end - 2] === '/';
      at = isWhole ? end : children.indexOf(`</${name}>`, end) + `</${name}>`.length;
    } else {
      const text = /^[^{<]+/.exec(children.slice(at))?.[0] ?? ' ';
      if (text.trim() !== '') count += 1;
      at += text.length;
    }
  }
  return count;
}

/** The children of every Spectrum button of a file. */
function buttonsOf(source: string): string[] {
  const imported = /import \{([^}]*)\} from '@react-spectrum\/s2'/s.exec(source)?.[1] ?? '';
  const names = BUTTONS.filter((name) => imported.split(',').some((one) => one.trim() === name));
  return names.flatMap((name) =>
    [...source.matchAll(new RegExp(`<${name}\\b`, 'g'))].flatMap(({ index }) => {
      const begin = closing(source, index, '<>');
      return source[begin - 2] === '/' ? [] : [source.slice(begin, source.indexOf(`</${name}>`, begin))];
    }),
  );
}

test('the words of a button are one text', () => {
  const found = Object.entries(sources).flatMap(([file, source]) =>
    buttonsOf(source)
      .filter((children) => countWords(children) > 1)
      .map((children) => `${file}: ${children.trim()}`),
  );
  expect(found).toEqual([]);
});

test('words of several children are found, icons beside them are not', () => {
  const file = (children: string) =>
    `import { Button, Text } from '@react-spectrum/s2';\n<Button onPress={() => go(a > b)}>${children}</Button>`;
  const words = (children: string) => buttonsOf(file(children)).map(countWords);
  expect(words('Delete {count} rows')).toEqual([3]);
  expect(words('{verb} {noun}')).toEqual([2]);
  expect(words(['{`Delete $', '{count} rows`}'].join(''))).toEqual([1]);
  expect(words('\n  <Add />\n  <Text>New {thing}</Text>\n')).toEqual([0]);
  expect(buttonsOf(file('Save')).length + Object.values(sources).flatMap(buttonsOf).length).toBeGreaterThan(
    50,
  );
});
