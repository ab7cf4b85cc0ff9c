// The workbench with a sample of 5,000 fields in Chromium: how long it takes to open, and the longest task while a
// field mapping is edited. Prints figures beside their budgets; people judge them.
// The window must be built (`npm run build`), and the dev host that opens it.
import { editMapping } from './scenes/editMapping.mjs';
import { longestTask, printTable, watchTasks } from './support/bench.mjs';
import { launch, openPage } from './support/browser.mjs';
import { startHost } from './support/host.mjs';
import { pose } from './support/pose.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** The preview of what was just changed is there. @param {Page} page */
const previewed = async (page) => {
  const says = (/** @type {string} */ word) =>
    page.waitForFunction((wanted) => document.querySelector('[aria-label="Record that arrives"]')?.textContent?.includes(wanted), word);
  await says('Working');
  await says('Live');
};

const ROUNDS = 5;
const scene = sceneOf('many-fields');

/** @param {string} name */
function sceneOf(name) {
  const found = editMapping[name];
  if (!found) throw new Error(`there is no scene ${name}`);
  return found;
}

/**
 * Opens the workbench in a window of its own and edits. What it took, in milliseconds; tasks under 50 ms count as 0.
 * @param {import('playwright-core').Browser} browser @param {string} origin
 */
async function round(browser, origin) {
  const { page, context } = await openPage(browser, { origin });
  await watchTasks(page);
  await pose(page, { ...scene.replies, save_settings: (settings) => settings }, []);
  await page.goto(`${origin}/#/settings`);
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  const open = await page.evaluate(async (address) => {
    const began = performance.now();
    location.hash = `#${address}`;
    while (!document.querySelector('[role=tree] [role=treeitem]')) await new Promise((next) => requestAnimationFrame(next));
    await new Promise((next) => requestAnimationFrame(next));
    return performance.now() - began;
  }, scene.path);
  await page.locator('[data-row]').nth(4).click();
  const field = page.getByRole('combobox', { name: 'From the event' });
  await field.waitFor();
  // From here on the page is asked as little as can be: a search by role or text is a long task of its own.
  await field.focus();
  await longestTask(page);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type('field_4711', { delay: 80 });
  await previewed(page);
  const typing = await longestTask(page);
  const remove = page.getByRole('button', { name: 'Remove field mapping' });
  await remove.waitFor();
  await remove.focus();
  await longestTask(page);
  await page.keyboard.press('Enter');
  await previewed(page);
  const removing = await longestTask(page);
  await context.close();
  return { open, typing, removing };
}

const [browser, host] = await Promise.all([launch(), startHost()]);
try {
  /** @type {Awaited<ReturnType<typeof round>>[]} */
  const rounds = [];
  for (let count = 0; count < ROUNDS; count += 1) rounds.push(await round(browser, host.origin));
  const worst = (/** @type {'open' | 'typing' | 'removing'} */ what) => Math.max(...rounds.map((one) => one[what]));
  printTable(`The workbench with 5,000 fields in Chromium, the worst of ${ROUNDS}`, [
    ['open', worst('open'), 1_000, 'ms'],
    ['longest task, typing a path', worst('typing'), 50, 'ms'],
    ['longest task, removing a line', worst('removing'), 50, 'ms'],
  ]);
} finally {
  await browser.close();
  await host.stop();
}
