// The workbench with a sample of 5,000 fields in Chromium: how long it takes to open, and the longest task while a
// field mapping is edited. Prints figures beside their budgets; people judge them.
// The window must be built (`npm run build`), and the dev host that opens it.
import { editMapping } from './scenes/editMapping.mjs';
import { longestTask, printTable, watchTasks } from './support/bench.mjs';
import { launch, openPage } from './support/browser.mjs';
import { startHost } from './support/host.mjs';
import { pose } from './support/pose.mjs';

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
  await longestTask(page);
  await field.fill('');
  await field.pressSequentially('field_4711', { delay: 80 });
  await page.getByText('Live', { exact: true }).waitFor();
  figures.push(['longest task, typing a path', await longestTask(page), 50, 'ms']);
  const remove = page.getByRole('button', { name: 'Remove field mapping' });
  await remove.waitFor();
  await longestTask(page);
  await remove.click();
  await page.getByText('Live', { exact: true }).waitFor();
  figures.push(['longest task, removing a line', await longestTask(page), 50, 'ms']);

  printTable('The workbench with 5,000 fields in Chromium', figures);
} finally {
  await browser.close();
  await host.stop();
}
