// The same way with a keyboard alone: everything can be reached, focus is always seen, and it moves to the
// heading when the page changes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './support/browser.mjs';
import { startHost } from './support/host.mjs';

/** More presses of Tab than any page has stops. */
const MOST_STOPS = 80;
const SMALLEST_TARGET_PX = 24;

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

/** @typedef {import('playwright-core').Page} Page */

/** Presses Tab until the control with this name has focus. @param {Page} page @param {string | RegExp} name */
async function tabTo(page, name) {
  /** @type {string[]} */
  const passed = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    assert.ok(here.seen, `focus is not seen on ${here.name}`);
    assert.ok(here.large, `${here.name} is smaller than ${SMALLEST_TARGET_PX} px`);
    if (typeof name === 'string' ? here.name === name : name.test(here.name)) return;
    passed.push(here.name);
  }
  assert.fail(`${name} was not reached; passed ${passed.join(' · ')}`);
}

/** What has focus: its name, whether one sees it, whether it is large enough to hit. @param {Page} page */
function focused(page) {
  return page.evaluate((smallest) => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { name: '', seen: true, large: true };
    const label = element.getAttribute('aria-label') ?? element.closest('label')?.innerText ?? '';
    const named = element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ');
    const own = 'labels' in element && element.labels instanceof NodeList ? [...element.labels].map((one) => one.textContent).join(' ') : '';
    const name = (label || named || own || element.innerText).replace(/\s+/g, ' ').trim();
    // A control may draw its ring on an element around it, or beside it (a radio's card).
    const ringed = [element, element.parentElement, element.closest('label'), element.closest('[data-focus-visible]'), element.closest('[role="group"]')];
    const seen = ringed.some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(one);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || (one === element && borderColor === 'rgb(0, 0, 0)');
    });
    // The box of a text field takes the press, not the line of text in it.
    const typed = element instanceof HTMLInputElement ? element.parentElement : null;
    const target = element.closest('label') ?? typed ?? element;
    const { width, height } = target.getBoundingClientRect();
    return { name, seen, large: Math.round(width) >= smallest && Math.round(height) >= smallest };
  }, SMALLEST_TARGET_PX);
}

/** @param {Page} page @param {string | RegExp} name */
async function headingHasFocus(page, name) {
  const heading = page.getByRole('heading', { level: 1, name });
  await heading.waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
}

test('from Welcome to a sent test event without a mouse', async () => {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  await page.goto(`${host.origin}/#/welcome`);
  await headingHasFocus(page, /Pendo/);
  await tabTo(page, 'Try practice mode');
  await page.keyboard.press('Enter');

  await headingHasFocus(page, 'Dataflows');
  await page.keyboard.press('n');
  await headingHasFocus(page, 'Where the events come from');
  await tabTo(page, 'Continue');
  await page.keyboard.press('Enter');

  await headingHasFocus(page, 'Where the events go');
  await tabTo(page, /Make a new place/);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('radio', { name: /Use a schema that exists/, checked: true }).waitFor();
  await page.keyboard.press('ArrowUp');
  await tabTo(page, 'Continue to mapping');
  await page.keyboard.press('Enter');

  await headingHasFocus(page, 'Mapping');
  await page.getByText('Fits the schema').waitFor();
  await tabTo(page, 'Add field mapping');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'From the event' }).waitFor();
  await tabTo(page, 'Remove field mapping');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'From the event' }).waitFor({ state: 'detached' });
  await page.getByText('Fits the schema').waitFor();
  await tabTo(page, 'Continue to review');
  await page.keyboard.press('Enter');

  await headingHasFocus(page, 'Review');
  await page.getByRole('button', { name: 'Create dataflow', disabled: false }).waitFor();
  await tabTo(page, 'Create dataflow');
  await page.keyboard.press('Enter');

  await headingHasFocus(page, /is ready$/);
  await tabTo(page, 'Copy address');
  await page.getByText('Settling for another').waitFor({ state: 'hidden' });
  await tabTo(page, 'Send a test event');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, 'Send test event');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('Received, not yet ingested', { exact: true }).waitFor();
  assert.match((await focused(page)).name, /test event/, 'focus is back on the button that opened the dialog');
  await tabTo(page, 'Open dataflow');
  await page.keyboard.press('Enter');

  await headingHasFocus(page, /Pendo events/);
  await tabTo(page, 'Overview');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Runs', selected: true }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
