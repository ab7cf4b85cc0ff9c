// The window's own tables of pages and states. They are pure data in TypeScript: their types are taken off by the
// bundler that builds the window, and what remains is imported.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const TABLES = ['pages.ts', 'resourcePages.ts'];

/** @returns {Promise<Record<string, { path: string, states: readonly string[] }>>} */
export async function readRoutes() {
  const fromWindow = createRequire(new URL('../../../ui/package.json', import.meta.url));
  const vite = await import(pathToFileURL(fromWindow.resolve('vite')).href);
  const tables = TABLES.map(async (name) => {
    const table = await readFile(new URL(`../../../ui/src/app/${name}`, import.meta.url), 'utf8');
    const { code } = await vite.transformWithOxc(table, name);
    return Object.values(await import(`data:text/javascript,${encodeURIComponent(code)}`));
  });
  return Object.assign({}, ...(await Promise.all(tables)).flat());
}
