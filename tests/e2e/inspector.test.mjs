// The event inspector with the real application and its practice platform: a file of many is checked, one event is
// looked at, the good ones are sent; and an edited mapping changes the verdict.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './support/browser.mjs';
import { practise } from './support/hands.mjs';
import { startHost } from './support/host.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;

before(async () => {
  [browser, host] = await Promise.all([launch(), startHost({ practiceSpeed: 360 })]);
});

after(async () => {
  await browser.close();
  await host.stop();
});

/** @param {string} id */
const event = (id) => ({
  accountId: 'northwind',
  app: { id: 7, name: 'Portal', platform: 'web' },
  event: 'guideDisplayed',
  properties: { guideId: 'g-1', guideProperties: { name: 'Welcome tour' }, guideStepId: 's-1', language: 'en-GB' },
  subscription: { id: 5, name: 'Northwind' },
  timestamp: 1_793_097_742,
  uniqueId: id,
  visitorId: 'v-1',
});

test('a file of events is checked, looked at and sent', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);

  await page.getByRole('link', { name: 'Event inspector' }).click();
  await page.getByText('Choose a dataflow: its mapping and its schema decide').waitFor();
  await page.getByRole('combobox', { name: 'Dataflow' }).fill('NPS answers');
  await page.getByRole('option', { name: 'NPS answers' }).click();

  const many = Array.from({ length: 120 }, (_, index) => JSON.stringify(event(`walk-${index + 1}`)));
  const { uniqueId: _, ...nameless } = event('');
  const text = [...many, JSON.stringify(nameless), '{"event": NaN}'].join('\r\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'events.jsonl', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByText('events.jsonl').waitFor();
  await page.getByRole('button', { name: 'Check events' }).click();
  await page.getByRole('button', { name: 'All 122' }).waitFor();
  await page.getByRole('button', { name: 'Not an event 1' }).waitFor();
  await page.getByRole('button', { name: 'Would be lost 1' }).click();
  await page.getByRole('option').first().click();
  await page.getByText('Experience Platform would not ingest this event.').waitFor();
  await page.getByText('Nothing fills “_id”, which every record needs.').first().waitFor();

  await page.getByRole('button', { name: 'Send good events…' }).click();
  const dialog = page.getByRole('dialog');
  const gaps = dialog.getByRole('checkbox');
  if ((await gaps.count()) > 0 && (await gaps.isEnabled())) await gaps.check();
  await dialog.getByRole('button', { name: 'Send 120 events' }).click();
  await page.getByRole('button', { name: 'Stop sending' }).click();
  await page.getByText(/of 120 events were received, which is not ingested yet/).waitFor();
  await page.getByRole('button', { name: 'Send good events…' }).click();
  await dialog.getByRole('button', { name: /^Send \d+ events?$/ }).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  assert.deepEqual(faults, []);
  await context.close();
});

test('the mapping of a dataflow that takes events is edited, and the old version put back', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await practise(page, host.origin);
  await page.getByRole('row', { name: /Onboarding polls/ }).press('Enter');
  await page.getByRole('tab', { name: 'Mapping' }).click();
  await page.getByRole('link', { name: 'Edit mapping' }).click();
  await page.getByText('Version 0 is in force. Saving makes another one.').waitFor();
  await page.locator('[data-row]').filter({ hasText: 'visitorId' }).click();
  await page.getByRole('button', { name: 'Remove field mapping' }).click();
  await page.getByRole('button', { name: 'Save mapping' }).click();
  await page.getByText('Version 1 of the mapping is in force').waitFor();
  await page.getByRole('button', { name: /^Version/ }).first().click();
  await page.getByRole('option', { name: 'Version 0' }).click();
  await page.getByText('1 field differs from version 1.').waitFor();
  await page.getByRole('button', { name: 'Use version 0' }).click();
  await page.getByText('Version 0 is in force').first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
