// Every page × state × theme of the route table: axe finds nothing, the security policy holds, no foreign host is
// asked, and there is a picture to look at. A state without a scene fails, and so does a scene without a state.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { SCENES } from './scenes/index.mjs';
import { signedOut } from './scenes/people.mjs';
import { violations } from './support/axe.mjs';
import { launch, openContext, openPage, openPageIn } from './support/browser.mjs';
import { startHost } from './support/host.mjs';
import { pose } from './support/pose.mjs';
import { readRoutes } from './support/routes.mjs';

const OUT = fileURLToPath(new URL('out/', import.meta.url));
const THEMES = /** @type {const} */ (['light', 'dark']);
/** The pictures of the README, renewed on wish only: antialiasing differs from computer to computer. */
const PICTURES = process.env.PICTURES === undefined ? undefined : fileURLToPath(new URL('pictures/', import.meta.url));
/** @type {Record<string, string>} */
const PICTURE_NAMES = {
  'welcome first-start': 'welcome',
  'dataflows row-selected': 'dataflows',
  'newDataflow mapping-line-open': 'mapping',
  'setup created-test-sent': 'created',
  'dataflow test-ingested': 'dataflow',
};
/** How many states are looked at side by side. */
const AT_ONCE = 2;
const ROUTES = await readRoutes();

mkdirSync(OUT, { recursive: true });
if (PICTURES) mkdirSync(PICTURES, { recursive: true });

/** @type {import('playwright-core').Browser} */
let browser;
/** One for each page that is looked at: of two pages in one context, Chromium draws the one in front only. */
/** @type {import('playwright-core').BrowserContext[]} */
let free;
/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;

before(async () => {
  [browser, host] = await Promise.all([launch(), startHost()]);
  free = await Promise.all(Array.from({ length: AT_ONCE }, () => openContext(browser)));
});

after(async () => {
  await browser.close();
  await host.stop();
});

test('every scene shows a state of the route table', () => {
  for (const [page, scenes] of Object.entries(SCENES)) {
    assert.deepEqual(Object.keys(scenes).sort(), [...(ROUTES[page]?.states ?? [])].sort(), page);
  }
  assert.deepEqual(Object.keys(SCENES).sort(), Object.keys(ROUTES).sort());
});

for (const [page, { states }] of Object.entries(ROUTES)) {
  describe(page, { concurrency: AT_ONCE }, () => {
    for (const state of states) {
      test(`${state}, light and dark`, () => look(page, state));
    }
  });
}

/**
 * The scenes leave the theme to the system, so that one page shows both.
 * @param {string} name
 * @param {string} state
 */
async function look(name, state) {
  const scene = SCENES[name]?.[state];
  assert.ok(scene, `nobody has posed ${name}, ${state}`);
  const context = free.pop();
  assert.ok(context, `more than ${AT_ONCE} states at once`);
  const { page, faults } = await openPageIn(context, host.origin);
  try {
    await pose(page, scene.replies, faults);
    await page.goto(`${host.origin}/#${scene.path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await scene.act?.(page);
    await page.getByText(scene.shows).first().waitFor();
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      await settle(page);
      await page.screenshot({ path: `${OUT}${name}-${state}-${theme}.png`, animations: 'disabled' });
      const picture = PICTURE_NAMES[`${name} ${state}`];
      if (PICTURES && picture) copyFileSync(`${OUT}${name}-${state}-${theme}.png`, `${PICTURES}${picture}-${theme}.png`);
      assert.deepEqual(await violations(page), [], theme);
    }
    assert.deepEqual(faults, []);
  } finally {
    await page.close();
    free.push(context);
  }
}

/**
 * Dialogs fade in even where less motion is wished: half a picture would fail the contrast rule. A chart that is on its
 * way has its place and its name already.
 * @param {import('playwright-core').Page} page
 */
async function settle(page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Number.POSITIVE_INFINITY),
  );
  await page.waitForFunction(() => !document.querySelector('[data-entering], [data-exiting], main div[role=img]:empty'));
}

for (const theme of THEMES) {
  test(`a ${theme} theme that was chosen wins over the system's`, async () => {
    const other = theme === 'light' ? 'dark' : 'light';
    const { page, context, faults } = await openPage(browser, { origin: host.origin, theme: other });
    try {
      const settings = { theme, views: {} };
      await pose(page, { get_app_state: { ...signedOut, settings }, list_profiles: [] }, faults);
      await page.goto(`${host.origin}/#/welcome`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const [red = 0] = (ground.match(/\d+/g) ?? []).map(Number);
      assert.equal(red > 127, theme === 'light', `the ground is ${ground}`);
      assert.deepEqual(await violations(page), []);
    } finally {
      await context.close();
    }
  });
}
