// An account's whole life in a browser, with the real application and its practice platform, by keyboard: made,
// tested, renamed, kept while it is used, deleted. What it signs in with is nowhere once it was sent.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './support/browser.mjs';
import { button, practise, press } from './support/hands.mjs';
import { startHost } from './support/host.mjs';

const CANARY = 'p8e-canary-in-the-window-7c1d';

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

test('an account is made, tested, renamed and deleted by keyboard, and its secret is nowhere', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  /** @type {string[]} */
  const heard = [];
  page.on('response', async (response) => {
    if (response.url().includes('/call/')) heard.push(await response.text().catch(() => ''));
  });
  await practise(page, host.origin);
  await press(page.getByRole('link', { name: 'Accounts' }));
  await press(button(page, 'New account'));
  await press(page.getByRole('button', { name: /^Choose a source/ }));
  await page.getByRole('option', { name: 'PathFactory' }).press('Enter');
  await page.getByLabel('Name of the account').fill('Reader of the portal');
  await page.getByLabel('Host').fill('https://portal.example');
  await page.getByLabel('Username').fill('reader');
  await page.getByLabel('Password').fill(CANARY);
  await page.getByLabel('Password').press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Reader of the portal' }).waitFor();

  await press(button(page, 'Test account'));
  await page.getByText('The source lets this account in').waitFor();
  await press(button(page, 'Edit'));
  await page.getByLabel('Name of the account').fill('Reader');
  await press(button(page, 'Save account'));
  await page.getByRole('heading', { level: 1, name: 'Reader', exact: true }).waitFor();

  assert.ok(!(await page.content()).includes(CANARY), 'the secret is in the window');
  await press(button(page, 'Delete account'));
  await press(page.getByRole('dialog').getByRole('button', { name: 'Delete account' }));
  await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
  await page.getByText('Reader', { exact: true }).waitFor({ state: 'detached' });
  assert.ok(heard.length > 5 && !heard.join('').includes(CANARY), 'the secret came back');
  assert.deepEqual(faults, []);
  await context.close();
});

test('an account that a dataflow uses is kept, and leads to that dataflow', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await page.goto(`${host.origin}/#/accounts`);
  await page.getByText('Pendo needs no account.').waitFor();
  await press(page.getByRole('link', { name: 'PathFactory content' }));
  await press(button(page, 'Delete account'));
  const dialog = page.getByRole('dialog');
  await press(dialog.getByRole('button', { name: 'Delete account' }));
  await dialog.getByText('PathFactory content is kept').waitFor();
  await press(dialog.getByRole('link', { name: 'PathFactory visits' }));
  await page.getByRole('heading', { level: 1, name: 'PathFactory visits' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('a form with something in it is not left without a word', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await page.goto(`${host.origin}/#/accounts/new`);
  await press(page.getByRole('button', { name: /^Choose a source/ }));
  await page.getByRole('option', { name: 'Amazon Kinesis' }).press('Enter');
  await page.getByLabel('Access key ID').fill('AKIAIOSFODNN7EXAMPLE');
  await press(button(page, 'Cancel'));
  await press(button(page, 'Stay here'));
  assert.equal(await page.getByLabel('Access key ID').inputValue(), 'AKIAIOSFODNN7EXAMPLE');
  await press(button(page, 'Cancel'));
  await press(button(page, 'Leave page'));
  await page.getByRole('heading', { level: 1, name: 'Accounts' }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
