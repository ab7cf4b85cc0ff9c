import { expect, test } from 'vitest';
import { ROUTES } from './routes';

const routes = Object.entries(ROUTES);

test('every page has its own address', () => {
  const paths = routes.map(([, { path }]) => path);
  expect(new Set(paths).size).toBe(paths.length);
});

test.each(routes)('%s names the states that it can be in, each once', (_id, { states }) => {
  expect(states.length).toBeGreaterThan(0);
  expect(new Set(states).size).toBe(states.length);
});
