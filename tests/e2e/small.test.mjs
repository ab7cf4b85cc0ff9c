// Every state again in a window of 1024 × 640, and at 640 × 400, which is that of 1280 × 800 zoomed to 200 %:
// nothing sticks out of the window, and no button or field is cut off from whoever needs it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SCENES } from './scenes/index.mjs';
import { launch, openPage } from './support/browser.mjs';
import { startHost } from './support/host.mjs';
import { pose } from './support/pose.mjs';

const WINDOWS = [
  { width: 1024, height: 640 },
  { width: 640, height: 400 },
];

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

for (const [name, scenes] of Object.entries(SCENES)) {
  describe(name, { concurrency: 2 }, () => {
    for (const [state, scene] of Object.entries(scenes)) {
      test(`${state}, small and zoomed`, () => look(scene));
    }
  });
}

/** @param {import('./scenes/index.mjs').Scene} scene */
async function look(scene) {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  try {
    await pose(page, scene.replies, faults);
    await page.goto(`${host.origin}/#${scene.path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await scene.act?.(page);
    await page.getByText(scene.shows).first().waitFor();
    for (const size of WINDOWS) {
      await page.setViewportSize(size);
      // The page measures itself anew after a resize: it may take a frame or two.
      const settled = page.waitForFunction(`(${outOfReach})().length === 0`, undefined, { timeout: 5000 });
      await settled.catch(() => undefined);
      assert.deepEqual(await page.evaluate(outOfReach), [], `at ${size.width} × ${size.height}`);
    }
  } finally {
    await context.close();
  }
}

/** Controls that lie outside the window and in nothing that scrolls to them. Runs in the page. */
function outOfReach() {
  const controls = document.querySelectorAll('button, a[href], input, textarea, [role="row"][tabindex="0"]');
  return [...controls].filter(isLost).map((control) => control.outerHTML.slice(0, 160));

  /** @param {Element} control */
  function isLost(control) {
    const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
    // Those for assistive technology alone are 1 px and clipped.
    if (width <= 1 || height <= 1 || control.closest('[aria-hidden="true"], [inert]')) return false;
    const across = left >= -1 && right <= innerWidth + 1;
    const along = top >= -1 && bottom <= innerHeight + 1;
    return !((across || scrolls(control, 'x')) && (along || scrolls(control, 'y')));
  }

  /** @param {Element} control @param {'x' | 'y'} way */
  function scrolls(control, way) {
    for (let around = control.parentElement; around; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      if (/auto|scroll/.test(way === 'x' ? overflowX : overflowY)) return true;
    }
    return false;
  }
}
