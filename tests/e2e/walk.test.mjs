// The whole way in a browser, with the real application and its practice platform: from nothing to a webhook
// address and a test event that is counted in a run; and what happens when something stops on the way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './support/browser.mjs';
import { practise } from './support/hands.mjs';
import { startHost } from './support/host.mjs';

/** An hour of the practice platform passes in ten seconds. */
const PRACTICE_SPEED = 360;
/** An hour, and what the platform takes to make its run, with time to spare on a busy computer. */
const RUN_IS_DUE_MS = 90_000;

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;

before(async () => {
  [browser, host] = await Promise.all([launch(), startHost({ practiceSpeed: PRACTICE_SPEED })]);
});

after(async () => {
  await browser.close();
  await host.stop();
});

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} name */
async function fillWizardUntilReview(page, name) {
  await page.goto(`${host.origin}/#/dataflows/new`);
  await page.getByLabel('Name of the dataflow').fill(name);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByLabel('Name of the dataset').fill(`${name}, the place`);
  await page.getByRole('button', { name: 'Continue to mapping' }).click();
  await page.getByText('Fits the schema').waitFor();
  await page.getByRole('button', { name: 'Continue to review' }).click();
}

/** @param {Page} page */
const create = (page) => page.getByRole('button', { name: 'Create dataflow' }).click();

/** @param {string} address @param {object} body */
async function post(address, body) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  assert.ok(answer.ok, await answer.text());
}

/** Tells the practice platform something: see its README. @param {'faults' | 'clock'} what @param {object} body */
async function tell(what, body) {
  const { base_url } = await (await fetch(`${host.origin}/practice`)).json();
  await post(`${base_url}/__emulator__/${what}`, body);
}

/** Plans trouble on the practice platform. @param {object} fault */
const plan = (fault) => tell('faults', fault);

/** The webhook address that the page offers. @param {Page} page */
async function copyAddress(page) {
  await page.getByRole('button', { name: 'Copy address' }).click();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** As Pendo sends it. */
const pendoEvent = {
  event: 'guideDisplayed',
  uniqueId: 'sent-by-pendo-itself',
  timestamp: 1_700_000_000,
  visitorId: 'visitor-1',
  accountId: 'northwind-eu',
  properties: { guideProperties: { name: 'Welcome' } },
};

test('a person who changes nothing gets a webhook address and sees a test event counted in a run', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await page.goto(`${host.origin}/#/dataflows/new`);
  for (const name of ['Continue', 'Continue to mapping', 'Continue to review']) {
    await page.getByRole('button', { name, exact: true }).click();
  }
  await create(page);
  await page.getByRole('heading', { level: 1, name: /is ready$/ }).waitFor({ timeout: 60_000 });

  const address = await copyAddress(page);
  assert.match(address, /^http.*\/collection\/.+\?x-adobe-flow-id=[0-9a-f-]{36}$/);

  await page.getByText('The dataflow has settled').or(page.getByText('Settling for another')).first().waitFor();
  await page.getByText('Settling for another').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Send a test event' }).click();
  await page.getByRole('button', { name: 'Send test event' }).click();
  const tracker = page.getByRole('list', { name: /^Test event/ });
  await tracker.getByText('Received, not yet ingested').waitFor();
  await tracker.getByText('With 1 event').waitFor({ timeout: RUN_IS_DUE_MS });
  await page.getByText('Ingested: it was the only event of its run, and nothing failed.').waitFor();

  await page.getByRole('button', { name: 'Open dataflow' }).click();
  await page.getByRole('tab', { name: 'Runs' }).click();
  const counted = page.getByRole('row').filter({ hasText: 'Healthy' }).getByRole('cell');
  await counted.first().waitFor();
  assert.deepEqual((await counted.allInnerTexts()).slice(0, 4), ['Healthy', '1', '1', '0']);
  assert.deepEqual(faults, []);
  await context.close();
});

test('another source than Pendo is set up with words, fields and test events of its own', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await page.goto(`${host.origin}/#/dataflows/new`);
  await page.getByText('Sends, opens, clicks and unsubscriptions').click();
  await page.getByText('Customer.io needs no account here').waitFor();
  assert.match(await page.getByLabel('Name of the dataflow').inputValue(), /^Customer\.io events/);
  await page.getByLabel('Name of the dataflow').fill('Letters');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByText('A schema that fits the events of Customer.io').waitFor();
  await page.getByRole('button', { name: 'Continue to mapping' }).click();
  await page.getByText('Fits the schema').waitFor();
  await page.getByRole('button', { name: 'Continue to review' }).click();
  await create(page);
  await page.getByRole('heading', { name: 'Letters is ready' }).waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: '2. In Customer.io' }).waitFor();
  await page.getByText('Settling for another').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Send a test event' }).click();
  assert.match(await page.getByLabel('The event, as JSON').inputValue(), /"metric": "opened"/);
  await page.getByRole('button', { name: 'Send test event' }).click();
  const tracker = page.getByRole('list', { name: /^Test event/ });
  await tracker.getByText('Received, not yet ingested').waitFor();
  await page.getByRole('button', { name: 'Open dataflow' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByText('Customer.io', { exact: true }).first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a set-up that stops is resumed and makes nothing twice', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await fillWizardUntilReview(page, 'Stopped once');
  await plan({ route: 'createDataset', status: 403, times: 1 });
  await create(page);
  await page.getByRole('heading', { name: '“Stopped once” is not finished' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Resume set-up' }).click();
  await page.getByRole('heading', { name: 'Stopped once is ready' }).waitFor({ timeout: 60_000 });
  await page.goto(`${host.origin}/#/dataflows?q=Stopped`);
  await page.getByText('1 of', { exact: false }).first().waitFor();
  assert.equal(await page.getByRole('row', { name: /Stopped once/ }).count(), 1);
  assert.deepEqual(faults, []);
  await context.close();
});

test('an undone set-up leaves no dataflow and gives the form back', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await fillWizardUntilReview(page, 'Second thoughts');
  await plan({ route: 'createFlow', status: 403, times: 1 });
  await create(page);
  await page.getByRole('button', { name: 'Undo set-up' }).click({ timeout: 60_000 });
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo set-up' }).click();
  await page.getByRole('heading', { name: '“Second thoughts” was undone' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Change it and try again' }).click();
  await page.getByRole('heading', { name: 'Review' }).waitFor();
  await page.getByText('Second thoughts', { exact: true }).first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a dataflow is replaced, and the old one can be switched off only once events are counted on the new', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await fillWizardUntilReview(page, 'Guides');
  await create(page);
  await page.getByRole('heading', { level: 1, name: 'Guides is ready' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Open dataflow' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Replace dataflow…' }).click();

  await page.getByText('This replaces Guides.').waitFor();
  assert.equal(await page.getByLabel('Name of the dataflow').inputValue(), 'Guides (new)');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByText('Make a new place').click();
  await page.getByLabel('Name of the dataset').fill('Guides, elsewhere');
  await page.getByRole('button', { name: 'Continue to mapping' }).click();
  await page.getByRole('button', { name: 'Continue to review' }).click();
  await create(page);
  await page.getByRole('heading', { level: 1, name: 'Guides (new) is ready' }).waitFor({ timeout: 60_000 });

  const address = await copyAddress(page);
  const replacement = page.getByRole('region', { name: 'Replacement of Guides' });
  const switchOff = replacement.getByRole('button', { name: 'Switch Guides off' });
  await replacement.getByText('Both are on.').waitFor();
  await replacement.getByRole('button', { name: 'It is in Pendo' }).click();
  await replacement.getByRole('listitem').filter({ hasText: 'Address in Pendo, done' }).waitFor();
  assert.equal(await switchOff.count(), 0, 'nothing is counted yet');

  // Events of the first minutes may be dropped; what comes later is counted in the run of its hour.
  await tell('clock', { advance_seconds: 600 });
  await post(address, pendoEvent);
  await tell('clock', { advance_seconds: 3 * 3_600 });
  await replacement.getByText('1 event is counted on “Guides (new)”').waitFor({ timeout: RUN_IS_DUE_MS });
  await switchOff.click();
  await replacement.getByText('“Guides (new)” has taken the place of “Guides”').waitFor();

  await replacement.getByRole('link', { name: 'Open Guides' }).click();
  await page.getByRole('heading', { level: 1, name: 'Guides', exact: true }).waitFor();
  await page.getByText('Events sent now are not ingested.').first().waitFor();
  assert.equal(await page.getByRole('switch', { name: 'Guides: on or off' }).isChecked(), false);
  assert.deepEqual(faults, []);
  await context.close();
});

test('what was typed is there again after the window was closed', async () => {
  const { page, context } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await page.goto(`${host.origin}/#/dataflows/new`);
  await page.getByLabel('Name of the dataflow').fill('Half a thought');
  await page.getByText(/^Draft saved/).waitFor();
  await page.reload();
  await page.getByText('Go on where you stopped.').waitFor();
  assert.equal(await page.getByLabel('Name of the dataflow').inputValue(), 'Half a thought');
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByText('Go on where you stopped.').waitFor({ state: 'detached' });
  assert.notEqual(await page.getByLabel('Name of the dataflow').inputValue(), 'Half a thought');
  await context.close();
});

test('a name that is taken leads back to its field', async () => {
  const { page, context } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  const taken = await page.getByRole('row').nth(1).getByRole('gridcell').nth(2).innerText();
  await fillWizardUntilReview(page, String(taken.split('\n')[0]));
  await page.getByRole('button', { name: 'Go to the name' }).click();
  await page.getByText(/exists already/).waitFor();
  assert.ok(await page.getByLabel('Name of the dataflow').isVisible());
  await context.close();
});
