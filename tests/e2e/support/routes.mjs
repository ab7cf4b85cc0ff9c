// The window's own table of pages and states. It is pure data in TypeScript: its types are taken off by the
// bundler that builds the window, and what remains is imported.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const TABLE = new URL('../../../ui/src/app/routes.ts', import.meta.url);

/** @returns {Promise<Record<string, { path: string, states: readonly string[] }>>} */
export async function readRoutes() {
  const fromWindow = createRequire(new URL('../../../ui/package.json', import.meta.url));
  const vite = await import(pathToFileURL(fromWindow.resolve('vite')).href);
  const { code } = await vite.transformWithOxc(await readFile(TABLE, 'utf8'), 'routes.ts');
  const { ROUTES } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return ROUTES;
}
