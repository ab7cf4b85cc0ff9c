// The life of each kind of resource in a browser, with the real application and its practice platform, by keyboard:
// made, changed, kept while a dataflow uses it, deleted.
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

/** A page in practice mode, and what went wrong on it. */
async function openPractice() {
  const opened = await openPage(browser, { origin: host.origin });
  await practise(opened.page, host.origin);
  return opened;
}

/** @param {Page} page @param {string} name */
const heading = (page, name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

/** @param {Page} page @param {string} label @param {string} name */
async function choose(page, label, name) {
  const field = page.getByRole('combobox', { name: label });
  await field.fill(name);
  await page.getByRole('option', { name, exact: true }).waitFor();
  await field.press('ArrowDown');
  await field.press('Enter');
}

/** @param {Page} page @param {string} noun */
async function remove(page, noun) {
  await press(button(page, `Delete ${noun}`));
  await press(page.getByRole('dialog').getByRole('button', { name: `Delete ${noun}` }));
}

test('a dataset is made with a tag, described and deleted, and is gone from the list', async () => {
  const { page, context, faults } = await openPractice();
  await press(page.getByRole('link', { name: 'Resources' }));
  await heading(page, 'Datasets');
  await press(button(page, 'New dataset'));
  await choose(page, 'Schema', 'NPS answers');
  await page.getByText('exists already').waitFor();
  await page.getByLabel('Name of the dataset').fill('Answers of the autumn');
  await press(button(page, 'Add tag'));
  await page.getByRole('textbox', { name: 'Name of tag 1' }).fill('team');
  await page.getByRole('textbox', { name: 'Values of tag 1' }).fill('research, product');
  await press(button(page, 'Create dataset'));
  await heading(page, 'Answers of the autumn');
  await page.getByText('team: research, product').first().waitFor();

  await press(button(page, 'Edit'));
  await page.getByRole('textbox', { name: 'Description' }).fill('For the research team');
  await press(button(page, 'Save dataset'));
  await page.getByText('For the research team').waitFor();
  // Half a change of what is deleted is nothing to ask about.
  await press(button(page, 'Edit'));
  await page.getByRole('textbox', { name: 'Description' }).fill('For the research team and');
  await remove(page, 'dataset');
  await heading(page, 'Datasets');
  await page.getByText('Answers of the autumn', { exact: true }).waitFor({ state: 'detached' });
  assert.deepEqual(faults, []);
  await context.close();
});

test('a form for a dataset that is left is kept as a draft', async () => {
  const { page, context, faults } = await openPractice();
  await page.goto(`${host.origin}/#/datasets/new`);
  await choose(page, 'Schema', 'NPS answers');
  await page.getByLabel('Name of the dataset').fill('Half a form');
  await press(button(page, 'Cancel'));
  await press(button(page, 'Leave page'));
  await heading(page, 'Datasets');
  await press(button(page, 'New dataset'));
  await heading(page, 'New dataset');
  assert.equal(await page.getByLabel('Name of the dataset').inputValue(), 'Half a form');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a target connection is made into a dataset, leads to it, and is deleted', async () => {
  const { page, context, faults } = await openPractice();
  await page.goto(`${host.origin}/#/target-connections/new`);
  await choose(page, 'Dataset', 'Onboarding polls');
  await press(button(page, 'Create target connection'));
  await heading(page, 'Onboarding polls (target)');
  await page.getByText('No dataflow. It can be deleted.').waitFor();
  // Its schema has the same name and stands below it.
  await press(page.getByRole('link', { name: 'Onboarding polls', exact: true }).first());
  await heading(page, 'Onboarding polls');
  await page.goBack();
  await heading(page, 'Onboarding polls (target)');
  await remove(page, 'target connection');
  await heading(page, 'Target connections');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a source connection is renamed, and kept while a dataflow uses it', async () => {
  const { page, context, faults } = await openPractice();
  await page.goto(`${host.origin}/#/source-connections`);
  await press(page.getByRole('link', { name: 'PathFactory visits (source)' }));
  await press(button(page, 'Edit'));
  await page.getByLabel('Name of the source connection').fill('Visits');
  await press(button(page, 'Save source connection'));
  await heading(page, 'Visits');
  await press(button(page, 'Delete source connection'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Visits is kept').waitFor();
  await press(dialog.getByRole('link', { name: 'PathFactory visits' }));
  await heading(page, 'PathFactory visits');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a name that is half changed is there again after a restart, and is saved or given up', async () => {
  const { page, context, faults } = await openPractice();
  const field = page.getByLabel('Name of the source connection');
  const back = page.getByText(/^Your draft from/);
  await page.goto(`${host.origin}/#/source-connections`);
  await press(page.getByRole('link', { name: 'PathFactory visits (source)' }));
  await press(button(page, 'Edit'));
  await field.fill('Visits');
  await page.getByText(/^Draft saved/).waitFor();
  await page.reload();
  await back.waitFor();
  assert.equal(await field.inputValue(), 'Visits');
  await press(button(page, 'Start over'));
  assert.equal(await field.inputValue(), 'PathFactory visits (source)');
  await back.waitFor({ state: 'detached' });
  await field.fill('Visits of the site');
  await page.getByText(/^Draft saved/).waitFor();
  await page.reload();
  await back.waitFor();
  await press(button(page, 'Save source connection'));
  await heading(page, 'Visits of the site');
  await page.reload();
  await button(page, 'Edit').waitFor();
  await press(button(page, 'Edit'));
  assert.equal(await back.count(), 0);
  await field.fill('Given up');
  await page.getByText(/^Draft saved/).waitFor();
  await press(button(page, 'Cancel'));
  await page.reload();
  await button(page, 'Edit').waitFor();
  assert.equal(await field.count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('settings that are half changed are there again after a restart, and can be discarded', async () => {
  const { page, context, faults } = await openPractice();
  const field = page.getByRole('textbox', { name: 'Description' });
  await page.getByRole('row', { name: /NPS answers/ }).first().press('Enter');
  await press(page.getByRole('tab', { name: 'Settings' }));
  await field.fill('Answers of the autumn');
  await page.getByText(/^Draft saved/).waitFor();
  await page.reload();
  await page.getByText(/^Your draft from/).waitFor();
  assert.equal(await field.inputValue(), 'Answers of the autumn');
  await press(button(page, 'Discard changes'));
  await page.getByText('Nothing is changed yet').waitFor();
  await page.reload();
  await page.getByText('Nothing is changed yet').waitFor();
  assert.notEqual(await field.inputValue(), 'Answers of the autumn');
  assert.deepEqual(faults, []);
  await context.close();
});

test('a mapping is found by its dataflow, shows its lines, and is kept', async () => {
  const { page, context, faults } = await openPractice();
  await page.goto(`${host.origin}/#/mappings`);
  await page.getByRole('searchbox', { name: 'Search mappings' }).fill('NPS');
  await page.getByText(/^1 of \d+ mappings$/).waitFor();
  await press(page.getByRole('link', { name: 'Mapping of “NPS answers”' }));
  await page.getByRole('rowheader', { name: '_id', exact: true }).waitFor();
  await press(button(page, 'As Adobe shows it (JSON)'));
  await page.getByText('"outputSchema"').waitFor();
  await press(button(page, 'Delete mapping'));
  await page.getByRole('dialog').getByText('Mapping of “NPS answers” is kept').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a draft that was made elsewhere is published', async () => {
  const { page, context, faults } = await openPractice();
  await page.getByRole('searchbox').fill('Feature clicks');
  await page.getByRole('row', { name: /Feature clicks/ }).press('Enter');
  await press(button(page, 'Publish dataflow'));
  await button(page, 'Publish dataflow').waitFor({ state: 'detached' });
  await page.getByRole('switch', { name: 'Feature clicks: on or off' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
