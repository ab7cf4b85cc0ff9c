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

const scene = editMapping['many-fields'];
if (!scene) throw new Error('the scenes have a sample of many fields');
const [browser, host] = await Promise.all([launch(), startHost()]);
try {
  const { page } = await openPage(browser, { origin: host.origin });
  await watchTasks(page);
  await pose(page, { ...scene.replies, save_settings: (settings) => settings }, []);
  await page.goto(`${host.origin}/#/settings`);
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  const open = await page.evaluate(async (address) => {
    const began = performance.now();
    location.hash = `#${address}`;
    while (!document.querySelector('[role=tree] [role=treeitem]')) await new Promise((next) => requestAnimationFrame(next));
    await new Promise((next) => requestAnimationFrame(next));
    return performance.now() - began;
  }, scene.path);
  /** @type {[string, number, number, string][]} what, figure, budget, unit */
  const figures = [['open', open, 1_000, 'ms']];
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
  figures.push(['longest task, typing a path', await longestTask(page), 50, 'ms']);
  const remove = page.getByRole('button', { name: 'Remove field mapping' });
  await remove.waitFor();
  await remove.focus();
  await longestTask(page);
  await page.keyboard.press('Enter');
  await previewed(page);
  figures.push(['longest task, removing a line', await longestTask(page), 50, 'ms']);

  printTable('The workbench with 5,000 fields in Chromium', figures);
} finally {
  await browser.close();
  await host.stop();
}
