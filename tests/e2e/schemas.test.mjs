// A schema's whole life in a browser, with the real application and its practice platform, by keyboard: made from a
// sample, looked at, marked, renamed, kept while it is used, deleted; and a form that comes back as it was left.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './support/browser.mjs';
import { button, practise, press } from './support/hands.mjs';
import { startHost } from './support/host.mjs';

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

/** @typedef {import('playwright-core').Page} Page */

const SAMPLE = '{"visitor id":"v-1","score":9,"app":{"name":"Shop"}}';

test('a schema is made from a sample, marked, renamed and deleted by keyboard', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await press(page.getByRole('link', { name: 'Resources' }));
  await press(page.getByRole('link', { name: 'Schemas' }));
  await press(button(page, 'New schema'));
  await page.getByLabel('A sample event, as JSON').fill(SAMPLE);
  await press(button(page, 'Read its fields'));
  const name = page.getByRole('textbox', { name: 'Name of visitor id' });
  await name.waitFor();
  assert.equal(await name.inputValue(), 'visitor_id');
  await name.fill('visitorId');
  await page.getByRole('textbox', { name: 'Title of the schema' }).fill('Shop scores');
  await press(button(page, 'Create schema'));
  await page.getByRole('heading', { level: 1, name: 'Shop scores' }).waitFor();
  const fields = page.getByRole('region', { name: 'Fields of the schema' });
  await fields.getByText('visitorId', { exact: true }).waitFor();

  await press(button(page, 'Mark a field'));
  await press(page.getByRole('button', { name: /Choose a text field/ }));
  await page.getByRole('option', { name: /shopScores\.visitorId/ }).press('Enter');
  await press(page.getByRole('button', { name: /Choose a namespace/ }));
  await page.getByRole('option', { name: /Pendo visitor/ }).press('Enter');
  await press(button(page, 'Mark as identity'));
  await fields.getByText('Identity', { exact: true }).waitFor();

  await press(button(page, 'Edit'));
  await page.getByLabel('Name of the schema').fill('Scores');
  await press(button(page, 'Save schema'));
  await page.getByRole('heading', { level: 1, name: 'Scores', exact: true }).waitFor();
  await press(button(page, 'Delete schema'));
  await press(page.getByRole('dialog').getByRole('button', { name: 'Delete schema' }));
  await page.getByRole('heading', { level: 1, name: 'Schemas' }).waitFor();
  await page.getByRole('link', { name: 'Scores', exact: true }).waitFor({ state: 'detached' });
  assert.deepEqual(faults, []);
  await context.close();
});

test('a schema that datasets use is kept, and leads to them', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await page.goto(`${host.origin}/#/schemas`);
  const first = page.getByRole('rowheader').first().getByRole('link');
  const title = (await first.textContent()) ?? '';
  await press(first);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await press(button(page, 'Delete schema'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`${title} is kept`).waitFor();
  await dialog.getByRole('link').first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a form that is left comes back as it was', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await page.goto(`${host.origin}/#/schemas/new`);
  await page.getByLabel('A sample event, as JSON').fill(SAMPLE);
  await press(button(page, 'Read its fields'));
  await page.getByRole('textbox', { name: 'Name of score' }).fill('points');
  await press(button(page, 'Cancel'));
  await press(button(page, 'Leave page'));
  await page.getByRole('heading', { level: 1, name: 'Schemas' }).waitFor();
  await press(button(page, 'New schema'));
  await page.getByText(/Your draft from/).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Name of score' }).inputValue(), 'points');
  assert.deepEqual(faults, []);
  await context.close();
});
