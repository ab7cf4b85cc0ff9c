// The words of the app are English, and so is its locale (src/lib/locale.ts): the strings that Spectrum and
// react-aria bring in 33 other languages are never asked for. They are an eighth of all that has to be parsed.
import type { Plugin } from 'vite';

const OTHER_LANGUAGE =
  /\/(@react-spectrum\/s2|react-aria|react-aria-components|react-stately)\/dist\/private\/(.*\/)?intl\/(.*\/)?(?!en-)[a-z]{2}-[A-Z]{2}\.(mjs|cjs)$/;

export function keepEnglish(): Plugin {
  return {
    name: 'inlet:keep-english',
    enforce: 'pre',
    load(id) {
      return OTHER_LANGUAGE.test(id) ? 'export default {};' : null;
    },
  };
}
