// The list of 10,000 dataflows in Chromium: how long it takes to mount, the longest task while it is read again,
// searched and sorted, and how much memory it holds. Prints figures beside their budgets; people judge them.
// The window must be built (`npm run build`), and the dev host that opens it.
import { dayOf, detail, list, rows } from './scenes/flows.mjs';
import { atHome, profiles } from './scenes/people.mjs';
import { longestTask, printTable, watchTasks } from './support/bench.mjs';
import { launch, openPage } from './support/browser.mjs';
import { startHost } from './support/host.mjs';
import { pose } from './support/pose.mjs';

const COUNT = 10_000;
/** What one reply carries. */
const PART = 1_000;
/** How many rows change between two readings. */
const CHANGED = 200;

/** @param {number} index @param {string} by */
function flow(index, by) {
  const row = rows[index % rows.length];
  if (!row) throw new Error('the scenes have rows');
  return { ...row, id: `flow-${index + 1}`, name: `Dataflow ${index + 1}`, updatedBy: by };
}

let readings = 0;

/** Everything a part at a time; then, at each reading, some rows that changed. @param {{ cursor?: string }} args */
function answer({ cursor }) {
  const from = cursor === undefined ? 0 : Number(cursor);
  const facts = { ...list, anew: cursor === undefined, known: COUNT, read: COUNT, total: COUNT };
  if (from < COUNT) {
    const part = Array.from({ length: PART }, (_, step) => flow(from + step, 'M. Keller'));
    return { ...facts, rows: part, more: from + PART < COUNT, cursor: String(from + PART) };
  }
  readings += 1;
  const changed = Array.from({ length: CHANGED }, (_, step) => flow((readings * 37 + step * 41) % COUNT, `Reading ${readings}`));
  return { ...facts, rows: changed, cursor: String(from + 1) };
}

/** Until the page has nothing left to do. Looking for words instead would be work in the page, and be measured too. @param {import('playwright-core').Page} page */
function settled(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))));
}

const [browser, host] = await Promise.all([launch(), startHost()]);
try {
  const { page } = await openPage(browser, { origin: host.origin });
  await watchTasks(page);
  await pose(
    page,
    {
      get_app_state: atHome,
      list_profiles: profiles,
      list_flows: answer,
      get_flow_days: ({ flowIds }) => flowIds.map((flowId) => ({ ...dayOf(flowId), flowId })),
      get_flow: detail,
      save_settings: (settings) => settings,
    },
    [],
  );
  const whole = () => page.getByText('10,000 dataflows', { exact: true }).waitFor();
  await page.goto(`${host.origin}/#/dataflows?sort=name`);
  await whole();
  await page.goto(`${host.origin}/#/settings`);
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  const mount = await page.evaluate(async () => {
    const began = performance.now();
    location.hash = '#/dataflows?sort=name';
    while (!document.querySelector('[data-index]')) await new Promise((next) => requestAnimationFrame(next));
    await new Promise((next) => requestAnimationFrame(next));
    return performance.now() - began;
  });
  await whole();
  /** @type {[string, number, number, string][]} what, figure, budget, unit */
  const figures = [['mount', mount, 200, 'ms']];
  await longestTask(page);
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([page.waitForResponse(/list_flows/), page.keyboard.press('r')]);
  }
  await settled(page);
  figures.push([`longest task, read again with ${CHANGED} changes`, await longestTask(page), 50, 'ms']);
  await page.keyboard.press('/');
  await page.keyboard.type('dataflow 99', { delay: 60 });
  await settled(page);
  await page.keyboard.press('Escape');
  await settled(page);
  figures.push(['longest task, typing', await longestTask(page), 50, 'ms']);
  await whole();
  /** @type {{ x: number, y: number }[]} */
  const heads = [];
  for (const column of ['Status', 'Name', 'Last run', 'Name']) {
    const place = await page.getByRole('button', { name: column, exact: true }).boundingBox();
    if (!place) throw new Error(`the list has a column ${column}`);
    heads.push({ x: place.x + place.width / 2, y: place.y + place.height / 2 });
  }
  await longestTask(page);
  for (const { x, y } of heads) {
    await page.mouse.click(x, y);
    await settled(page);
  }
  figures.push(['longest task, sorting', await longestTask(page), 50, 'ms']);
  const debuggerOf = await page.context().newCDPSession(page);
  await debuggerOf.send('HeapProfiler.collectGarbage');
  const { usedSize } = await debuggerOf.send('Runtime.getHeapUsage');
  figures.push(['heap', usedSize / 1e6, 60, 'MB']);

  printTable(`The list of ${COUNT} dataflows in Chromium`, figures);
} finally {
  await browser.close();
  await host.stop();
}
