// The list of dataflows with 10,000 rows, by keyboard alone: only the rows in view are drawn, and focus follows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dayOf, detail, list, rows } from './scenes/flows.mjs';
import { atHome, profiles } from './scenes/people.mjs';
import { violations } from './support/axe.mjs';
import { launch, openPage } from './support/browser.mjs';
import { startHost } from './support/host.mjs';
import { held, pose } from './support/pose.mjs';

const COUNT = 10_000;

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

/** Named so that sorting by name is sorting by number. */
const many = Array.from({ length: COUNT }, (_, index) => {
  const row = rows[index % rows.length];
  assert.ok(row);
  return { ...row, id: `flow-${index + 1}`, name: `Dataflow ${index + 1}` };
});

/** What one reply carries. */
const PART = 1_000;

/** Answers as the application does: a part at a time, then what changed, which is nothing. */
function answerList() {
  return (/** @type {{ cursor?: string }} */ { cursor }) => {
    const from = cursor === undefined ? 0 : Number(cursor);
    const to = Math.min(from + PART, COUNT);
    return {
      ...list,
      rows: many.slice(from, to),
      anew: cursor === undefined,
      more: to < COUNT,
      cursor: String(to),
      known: COUNT,
      read: COUNT,
      total: COUNT,
    };
  };
}

/** @param {(page: import('playwright-core').Page) => Promise<void>} act */
async function withList(act) {
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  try {
    await pose(
      page,
      {
        get_app_state: atHome,
        list_profiles: profiles,
        list_flows: answerList(),
        get_flow_days: ({ flowIds }) => flowIds.map((flowId) => ({ ...dayOf(flowId), flowId })),
        get_flow: detail,
        get_flow_runs: held,
        list_sources: held,
        get_replacements: [],
        save_settings: (settings) => settings,
      },
      faults,
    );
    await page.goto(`${host.origin}/#/dataflows?sort=name`);
    await row(page, 1).waitFor();
    await page.getByText('10,000 dataflows', { exact: true }).waitFor();
    await act(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {number} number counted from 1, as in its name
 */
function row(page, number) {
  return page.getByRole('row', { name: new RegExp(`Dataflow ${number}\\b`) });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {number} number
 */
async function focusReaches(page, number) {
  const index = String(number + 1);
  await page.waitForFunction((wanted) => document.activeElement?.getAttribute('aria-rowindex') === wanted, index);
}

test('arrows, Page, Home and End reach every one of 10,000 rows while few are drawn', () =>
  withList(async (page) => {
    await row(page, 1).focus();
    await page.keyboard.press('ArrowDown');
    await focusReaches(page, 2);
    await page.keyboard.press('End');
    await focusReaches(page, COUNT);
    await page.keyboard.press('ArrowUp');
    await focusReaches(page, COUNT - 1);
    await page.keyboard.press('Home');
    await focusReaches(page, 1);
    assert.equal(await page.getByRole('grid').getAttribute('aria-rowcount'), String(COUNT + 1));
    const drawn = await page.getByRole('row').count();
    assert.ok(drawn < 60, `${drawn} rows are drawn`);
    assert.deepEqual(await violations(page), []);
  }));

test('Space shows the properties, closing them gives focus back to the row, Enter opens the dataflow', () =>
  withList(async (page) => {
    await row(page, 3).focus();
    await page.keyboard.press(' ');
    await page.getByRole('complementary', { name: 'Properties of Dataflow 3' }).waitFor();
    assert.equal(await row(page, 3).getAttribute('aria-selected'), 'true');
    await page.getByRole('button', { name: 'Close properties' }).press('Enter');
    await focusReaches(page, 3);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/dataflows\/flow-3$/);
    await page.goBack();
    await row(page, 1).waitFor();
  }));

test('Space and Shift select several rows, and the bar says how many', () =>
  withList(async (page) => {
    await row(page, 2).focus();
    await page.keyboard.press(' ');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('3 selected').first().waitFor();
    await row(page, 9).locator('[data-box]').click();
    await page.getByText('4 selected').first().waitFor();
    await row(page, 3).click({ modifiers: ['Control'] });
    assert.equal(await row(page, 3).getAttribute('aria-selected'), 'false');
    assert.equal(await page.getByRole('grid').getAttribute('aria-multiselectable'), 'true');
    const bar = page.getByRole('region', { name: 'Selected dataflows' });
    await bar.getByText('3 selected').waitFor();
    assert.ok(await bar.getByRole('button', { name: 'Switch off' }).isEnabled());
    assert.deepEqual(await violations(page), []);
    await bar.getByRole('button', { name: 'Clear selection' }).click();
    await bar.waitFor({ state: 'detached' });
  }));

test('a selection survives sorting and searching, and all that match can be selected', () =>
  withList(async (page) => {
    await row(page, 2).focus();
    await page.keyboard.press(' ');
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('region', { name: 'Selected dataflows' });
    await bar.getByText('2 selected').waitFor();
    await page.getByRole('button', { name: 'Name' }).click();
    await row(page, COUNT).waitFor();
    await bar.getByText('2 selected').waitFor();
    await page.getByRole('searchbox').fill('dataflow 999');
    await page.getByText('19 match').waitFor();
    await bar.getByText('2 of them not shown').waitFor();
    await page.getByRole('checkbox', { name: /Select all 19/ }).press('Space');
    await bar.getByText('19 selected').waitFor();
  }));

test('filters and columns are in the address, and kept for the next start', () =>
  withList(async (page) => {
    const saved = page.waitForRequest(/save_settings/);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('checkbox', { name: 'Off', exact: true }).first().press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Remove the filter/ }).waitFor();
    assert.match(page.url(), /off/);
    const settings = (await saved).postDataJSON();
    assert.equal(JSON.stringify(settings.views.dataflows).includes('off'), true);
    await page.getByRole('button', { name: /^Remove the filter/ }).click();
    await page.getByText('10,000 dataflows', { exact: true }).waitFor();
    const again = page.waitForRequest(
      (request) => request.url().endsWith('save_settings') && 'hide' in request.postDataJSON().views.dataflows,
    );
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Source' }).click();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('columnheader', { name: 'Source' }).count(), 0);
    assert.deepEqual((await again).postDataJSON().views.dataflows.hide, ['source']);
  }));

test('the search is one key away, and what is typed in it triggers no shortcut', () =>
  withList(async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('dataflow 999n');
    await page.getByText('No matches').waitFor();
    assert.match(page.url(), /#\/dataflows\?/);
    await page.keyboard.press('Backspace');
    await page.getByText('19 match').waitFor();
    await row(page, 9990).waitFor();
    await page.keyboard.press('Escape');
    await row(page, 1).waitFor();
  }));

test('an order that was chosen is kept for the next start', () =>
  withList(async (page) => {
    const saved = page.waitForRequest(/save_settings/);
    await page.getByRole('button', { name: 'Name' }).click();
    await row(page, COUNT).waitFor();
    const settings = (await saved).postDataJSON();
    assert.deepEqual(settings.views.dataflows, { sort: 'name', down: true });
  }));
