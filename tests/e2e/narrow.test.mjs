// At twice the size of everything (a window of 1280 × 800 then has room for 640 × 400), and in the smallest
// window: nothing leaves the window sideways, what is too high scrolls.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { SCENES } from './scenes/index.mjs';
import { launch, openPage } from './support/browser.mjs';
import { startHost } from './support/host.mjs';
import { pose } from './support/pose.mjs';

const OUT = fileURLToPath(new URL('out/', import.meta.url));

mkdirSync(OUT, { recursive: true });

const SIZES = [
  { width: 1024, height: 640 },
  { width: 640, height: 400 },
];

/** One state per page and layout; the rest differs in words only. */
const LOOKED_AT = {
  welcome: ['with-saved-sign-ins'],
  connect: ['empty'],
  dataflows: ['rows', 'row-selected', 'unfinished-setups', 'filters-days', 'delete-several', 'deletion-stopped'],
  newDataflow: [
    'source',
    'recipe-read',
    'recipe-same-schema',
    'destination',
    'destination-recipe',
    'mapping-line-open',
    'review-problems',
  ],
  setup: ['running', 'undo-stopped', 'created-test-sent', 'created-recipe'],
  editMapping: ['schema', 'dates'],
  dataflow: ['test-ingested', 'runs', 'technical', 'replaced-counted'],
  accounts: ['rows', 'empty'],
  newAccount: ['several-ways'],
  account: ['in-use', 'credentials'],
  overview: ['normal'],
  cleanUp: ['leftovers', 'deleted'],
  activity: ['rows', 'days'],
  errorBook: ['entry'],
  settings: ['normal'],
};

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;

before(async () => {
  [browser, host] = await Promise.all([launch(), startHost()]);
});

after(async () => {
  await browser.close();
  await host.stop();
});

for (const size of SIZES) {
  describe(`${size.width} × ${size.height}`, { concurrency: 2 }, () => {
    for (const [name, states] of Object.entries(LOOKED_AT)) {
      for (const state of states) test(`${name}, ${state}`, () => look(name, state, size));
    }
  });
}

/**
 * @param {string} name
 * @param {string} state
 * @param {{ width: number, height: number }} size
 */
async function look(name, state, size) {
  const scene = SCENES[name]?.[state];
  assert.ok(scene, `nobody has posed ${name}, ${state}`);
  const { page, context, faults } = await openPage(browser, { origin: host.origin, ...size });
  try {
    await pose(page, scene.replies, faults);
    await page.goto(`${host.origin}/#${scene.path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await scene.act?.(page);
    await page.getByText(scene.shows).first().waitFor({ state: 'attached' });
    await page.screenshot({ path: `${OUT}narrow-${size.width}-${name}-${state}.png`, animations: 'disabled' });
    assert.deepEqual(await cutOff(page), []);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** What reaches beyond the right edge without a way to scroll there. @param {import('playwright-core').Page} page */
function cutOff(page) {
  return page.evaluate(() => {
    /** @param {Element} element */
    const scrolls = (element) => {
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX } = getComputedStyle(around);
        if ((overflowX === 'auto' || overflowX === 'scroll') && around.scrollWidth > around.clientWidth) return true;
      }
      return false;
    };
    return [...document.querySelectorAll('button, a, input, textarea, h1, h2, p, li, dd, dt, td')]
      .filter((element) => {
        const { width, height, right } = element.getBoundingClientRect();
        const shown = width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
        // A picture that nobody has to read may leave the window: Welcome's does.
        return shown && right > innerWidth + 1 && !element.closest('[aria-hidden="true"]') && !scrolls(element);
      })
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`);
  });
}
