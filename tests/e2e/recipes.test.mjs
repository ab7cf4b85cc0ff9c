// A dataflow as a file, in a browser with the real application and its practice platform: exported, looked at byte by
// byte, and made again from the file as far as a webhook address of its own.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, openPage } from './support/browser.mjs';
import { button, practise } from './support/hands.mjs';
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

/** Waits for a dataflow that is being made, and takes its webhook address. @param {Page} page @param {string} name */
async function addressOf(page, name) {
  await page.getByRole('heading', { level: 1, name: `${name} is ready` }).waitFor({ timeout: 60_000 });
  await button(page, 'Copy address').click();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** @param {Page} page @param {string} name */
async function exported(page, name) {
  await page.getByRole('button', { name: `More for ${name}` }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export as a recipe…' }).click();
  const file = await saved;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** @param {Page} page */
async function openRecipeDialog(page) {
  await page.goto(`${host.origin}/#/dataflows/new`);
  await button(page, 'Start from a recipe').click();
  return page.getByRole('dialog');
}

/** @param {Page} page @param {import('playwright-core').Locator} dialog @param {{ name: string, text: string }} file */
async function browse(page, dialog, { name, text }) {
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Browse for a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('a dataflow is exported as a recipe and made again from the file', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await page.goto(`${host.origin}/#/dataflows/new`);
  await page.getByLabel('Name of the dataflow').fill('Survey');
  await button(page, 'Continue').click();
  await page.getByLabel('Name of the dataset').fill('Survey answers');
  await button(page, 'Continue to mapping').click();
  await page.getByText('Fits the schema').waitFor();
  await button(page, 'Continue to review').click();
  await button(page, 'Create dataflow').click();
  const first = await addressOf(page, 'Survey');
  await button(page, 'Open dataflow').click();

  const file = await exported(page, 'Survey');
  assert.equal(file.name, 'Survey.inlet.json');
  const { pathname, searchParams } = new URL(first);
  const secrets = [pathname.split('/').at(-1), searchParams.get('x-adobe-flow-id'), 'x-adobe-flow-id', 'ns.adobe.com'];
  for (const secret of secrets) {
    assert.ok(secret && !file.text.includes(secret), `${secret} is in the recipe`);
  }
  assert.match(file.text, /"\{tenant\}\.pendo\./);

  const dialog = await openRecipeDialog(page);
  await browse(page, dialog, file);
  await dialog.getByText('The dataflow is called “Survey 2” here, because “Survey” is taken.').waitFor();
  assert.ok(await dialog.getByRole('radio', { name: /^Use “Survey answers”/ }).isChecked());
  await dialog.getByText('Make a new schema').click();
  await dialog.getByText('the mapping is moved there', { exact: false }).waitFor();
  await dialog.getByText(/^Use “Survey answers”/).click();
  await dialog.getByText('the mapping is moved there', { exact: false }).waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Use this recipe' }).click();
  await page.getByRole('heading', { name: 'Review' }).waitFor();
  await button(page, 'Create dataflow').click();
  const second = await addressOf(page, 'Survey 2');
  assert.match(second, /\?x-adobe-flow-id=[0-9a-f-]{36}$/);
  assert.notEqual(second, first);
  assert.deepEqual(faults, []);
  await context.close();
});

/** A recipe of another organisation that says all that one may say. */
const whole = JSON.stringify({
  inlet: 'recipe',
  version: 2,
  source: 'pendo',
  dataflow: { name: 'Visits', description: '' },
  dataset: 'Visits',
  schema: 'Visits',
  class: 'event',
  fieldGroups: [
    { id: 'https://ns.adobe.com/xdm/context/experienceevent-environment-details', title: 'Environment Details' },
  ],
  fields: { visitorId: { type: 'string' }, accountId: { type: 'string' }, uniqueId: { type: 'string' } },
  identities: [
    { path: '{tenant}.visitorId', namespace: 'pendoVisitor', primary: true },
    { path: '{tenant}.accountId', namespace: 'theirsAlone', primary: false },
  ],
  profile: true,
  tags: { team: ['web'] },
  lines: [
    { source: { kind: 'field', path: 'uniqueId' }, target: '_id' },
    { source: { kind: 'seconds_to_date', path: 'timestamp' }, target: 'timestamp' },
    { source: { kind: 'field', path: 'uniqueId' }, target: '{tenant}.uniqueId' },
    { source: { kind: 'field', path: 'visitorId' }, target: '{tenant}.visitorId' },
    { source: { kind: 'field', path: 'accountId' }, target: '{tenant}.accountId' },
    { source: { kind: 'field', path: 'event' }, target: 'environment.type' },
  ],
  leftOut: 0,
});

test('identities, ready-made fields and tags of a recipe are told, made, and what is left out is said again', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  const dialog = await openRecipeDialog(page);
  await browse(page, dialog, { name: 'visits.inlet.json', text: whole });
  await dialog.getByText(/visitorId is marked as primary identity \(Pendo visitor\)/).waitFor();
  await dialog.getByText(/accountId is an identity in the recipe and is not marked here/).waitFor();
  await dialog.getByText(/ready-made fields are part of the schema made here: “Environment Details”/).waitFor();
  await dialog.getByText('The dataset gets the tags of the recipe (team: web).').waitFor();
  await dialog.getByText(/A recipe never does that, because it cannot be undone/).waitFor();
  await dialog.getByRole('button', { name: 'Use this recipe' }).click();
  await page.getByRole('heading', { name: 'Review' }).waitFor();
  await page.getByRole('listitem').filter({ hasText: /^Identity_\w+\.visitorIdNew$/ }).waitFor();
  await button(page, 'Create dataflow').click();
  const address = await addressOf(page, 'Visits');
  assert.match(address, /\?x-adobe-flow-id=[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: 'Not taken over from the recipe' }).waitFor();
  await page.getByText(/this organisation has no identity namespace “theirsAlone”/).waitFor();
  await page.getByText(/A recipe never does that, because it cannot be undone/).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a file that is no recipe is refused, and a large one before it is read', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  const dialog = await openRecipeDialog(page);
  const use = dialog.getByRole('button', { name: 'Use this recipe' });
  await browse(page, dialog, { name: 'events.csv', text: 'event,visitorId\nopened,v-1\n' });
  await dialog.getByText(/^This is not JSON: .*line 1, column 1/).waitFor();
  await browse(page, dialog, { name: 'newer.inlet.json', text: '{"inlet":"recipe","version":9}' });
  await dialog.getByText(/^A newer Inlet made this recipe \(version 9/).waitFor();
  const folder = await mkdtemp(join(tmpdir(), 'inlet-recipes-'));
  const large = join(folder, 'large.inlet.json');
  await writeFile(large, 'x'.repeat(50_000_000));
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Browse for a file' }).click();
  await (await chooser).setFiles(large);
  await dialog.getByText('This is 50 MB. A recipe has 1 MB at most, so nothing was read.').waitFor();
  assert.ok(await use.isDisabled());
  await rm(folder, { recursive: true });
  assert.deepEqual(faults, []);
  await context.close();
});
