// The workbench by hand: from tree to tree with keys alone, with the mouse, and by dragging.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { editMapping } from './scenes/editMapping.mjs';
import { editMappingSet } from './scenes/newMappings.mjs';
import { NOW } from './scenes/people.mjs';
import { launch, openPage } from './support/browser.mjs';
import { startHost } from './support/host.mjs';
import { pose } from './support/pose.mjs';

/** @typedef {import('playwright-core').Page} Page */

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

/**
 * @param {string} state
 * @param {(page: Page) => Promise<void>} steps
 * @param {import('./support/pose.mjs').Replies} [replies]
 * @param {typeof editMapping} [scenes]
 */
async function inWorkbench(state, steps, replies = {}, scenes = editMapping) {
  const scene = scenes[state];
  assert.ok(scene);
  const { page, context, faults } = await openPage(browser, { origin: host.origin });
  try {
    await pose(page, { ...scene.replies, ...replies }, faults);
    await page.goto(`${host.origin}/#${scene.path}`);
    await page.locator('[data-row]').first().waitFor();
    await steps(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** @param {Page} page */
const source = (page) => page.getByRole('tree', { name: 'Fields of the sample event' });
/** @param {Page} page */
const target = (page) => page.getByRole('tree', { name: 'Fields of the target schema' });
/** @param {Page} page */
const lastLine = (page) => page.locator('[data-row]').last();

/** @param {Page} page */
const free = (page) => target(page).getByRole('treeitem', { name: /score/ });

test('keys alone take a field of the event to its place in the schema', () =>
  inWorkbench('unchanged', async (page) => {
    const before = await page.locator('[data-row]').count();
    await source(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByText('Where does properties.guideId go?').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Fields of the target schema');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByText('Where does properties.guideId go?').waitFor({ state: 'detached' });
    assert.equal(await page.locator('[data-row]').count(), before + 1);
    assert.match(await lastLine(page).innerText(), /guideId[\s\S]*poll\.score/);
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Fields of the sample event');
  }));

test('Escape puts a field back, and nothing is mapped', () =>
  inWorkbench('unchanged', async (page) => {
    const before = await page.locator('[data-row]').count();
    await source(page).getByRole('treeitem', { name: /guideId/ }).click();
    await page.getByRole('button', { name: 'Map guideId' }).click();
    await page.getByText('Where does properties.guideId go?').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Fields of the target schema');
    await page.keyboard.press('Escape');
    await page.getByText('Where does properties.guideId go?').waitFor({ state: 'detached' });
    assert.equal(await page.locator('[data-row]').count(), before);
  }));

test('an object is mapped whole with two presses, and a taken field is not taken twice', () =>
  inWorkbench('unchanged', async (page) => {
    const before = await page.locator('[data-row]').count();
    await source(page).getByRole('treeitem', { name: /guideProperties/ }).click();
    await page.getByRole('button', { name: 'Map guideProperties' }).click();
    await target(page).getByRole('treeitem', { name: /language/ }).click();
    assert.equal(await page.locator('[data-row]').count(), before);
    await free(page).click();
    assert.equal(await page.locator('[data-row]').count(), before + 1);
    assert.match(await lastLine(page).innerText(), /guideProperties[\s\S]*poll\.score/);
  }));

test('a field can be dragged to its place', () =>
  inWorkbench('unchanged', async (page) => {
    const before = await page.locator('[data-row]').count();
    await page.getByRole('tab', { name: 'Schema' }).click();
    await source(page).getByRole('treeitem', { name: /guideId/ }).dragTo(free(page));
    assert.equal(await page.locator('[data-row]').count(), before + 1);
    assert.match(await lastLine(page).innerText(), /guideId[\s\S]*poll\.score/);
  }));

for (const [where, onto] of /** @type {[string, (page: Page) => import('playwright-core').Locator][]} */ ([
  ['nothing', (page) => page.getByRole('heading', { name: 'Field mappings' })],
  ['a field that is taken', (page) => target(page).getByRole('treeitem', { name: /language/ })],
])) {
  test(`a field that is let go over ${where} is back where it was, and nothing is asked`, () =>
    inWorkbench('unchanged', async (page) => {
      const before = await page.locator('[data-row]').count();
      const held = source(page).getByRole('treeitem', { name: /guideId/ });
      const asked = page.getByText('Where does properties.guideId go?');
      await held.hover();
      await page.mouse.down();
      await page.mouse.move(400, 300, { steps: 4 });
      await asked.waitFor();
      await onto(page).hover();
      await page.mouse.up();
      await asked.waitFor({ state: 'detached' });
      assert.equal(await page.locator('[data-row]').count(), before);
      await page.getByRole('tab', { name: 'Record that arrives', selected: true }).waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Fields of the sample event');
    }));
}

/** How far an element reaches out of what it is scrolled in, above and below. @param {import('playwright-core').Locator} element */
const hidden = (element) =>
  element.evaluate((one) => {
    const place = one.closest('ol')?.getBoundingClientRect();
    const { top, bottom } = one.getBoundingClientRect();
    return place ? { above: Math.max(0, place.top - top), below: Math.max(0, bottom - place.bottom) } : undefined;
  });

test('the editor of the last line stands whole above the foot, also when it offers functions', () =>
  inWorkbench('unchanged', async (page) => {
    const editor = page.getByRole('group', { name: 'Change field mapping' });
    const whole = async () => {
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      assert.deepEqual(await hidden(editor), { above: 0, below: 0 });
    };
    await lastLine(page).click();
    await editor.waitFor();
    await whole();
    await page.getByRole('button', { name: /How/ }).click();
    await page.getByRole('option', { name: 'Expression' }).click();
    await page.getByRole('textbox', { name: 'Expression' }).fill('concat(app.name, co');
    await page.getByText('coalesce(first, second, …)').waitFor();
    await whole();
  }));

test('a branch is folded and opened with left and right', () =>
  inWorkbench('unchanged', async (page) => {
    const app = source(page).getByRole('treeitem', { name: /app/, expanded: true });
    await app.click();
    await source(page).focus();
    await page.keyboard.press('ArrowLeft');
    await source(page).getByRole('treeitem', { name: /app/, expanded: false }).waitFor();
    assert.equal(await source(page).getByRole('treeitem', { name: /platform/ }).count(), 0);
    await page.keyboard.press('ArrowRight');
    await source(page).getByRole('treeitem', { name: /platform/ }).waitFor();
  }));

test('one press makes a number the date that it is', () =>
  inWorkbench('dates', async (page) => {
    await page.getByRole('button', { name: 'Read as seconds' }).first().click();
    const line = page.locator('[data-row]').nth(1);
    await line.getByTitle('Seconds to a date').waitFor();
  }));

for (const [whose, scenes] of Object.entries({ 'a dataflow': editMapping, nobody: editMappingSet })) {
  test(`a mapping of ${whose} that is half changed is there again after a restart, and can be begun anew`, () => {
    /** @type {import('../../ui/src/api/bindings/Draft').Draft | null} */
    let kept = null;
    return inWorkbench(
      'unchanged',
      async (page) => {
        const before = await page.locator('[data-row]').count();
        await lastLine(page).click();
        const saved = page.waitForResponse(/call\/save_draft/);
        await page.getByRole('button', { name: 'Remove field mapping' }).click();
        await saved;
        await page.reload();
        await page.getByText(/^Your draft from/).waitFor();
        assert.equal(await page.locator('[data-row]').count(), before - 1);
        const forgotten = page.waitForResponse(/call\/delete_draft/);
        await page.getByRole('button', { name: 'Start over' }).click();
        await forgotten;
        await page.getByText('Change a field mapping to save').waitFor();
        assert.equal(await page.locator('[data-row]').count(), before);
        assert.equal(kept, null);
      },
      {
        get_draft: () => kept,
        save_draft: ({ values }) => (kept = { values, savedAt: NOW }),
        delete_draft: () => (kept = null),
      },
      scenes,
    );
  });
}

test('of a mapping with hundreds of lines each is there, and the last opens in sight', () => {
  const form = /** @type {import('../../ui/src/api/bindings/MappingForm').MappingForm} */ (editMapping.unchanged?.replies.get_mapping_form);
  const many = Array.from({ length: 200 }, (_, index) => ({
    source: { kind: /** @type {const} */ ('field'), path: 'event' },
    target: `_northwind.pendo.field${index + 1}`,
  }));
  return inWorkbench(
    'unchanged',
    async (page) => {
      await page.waitForFunction((wanted) => document.querySelectorAll('[data-row]').length === wanted, many.length);
      await lastLine(page).click();
      const editor = page.getByRole('group', { name: 'Change field mapping' });
      await editor.waitFor();
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      assert.deepEqual(await hidden(editor), { above: 0, below: 0 });
      await page.getByRole('button', { name: 'Add field mapping' }).click();
      assert.equal(await page.locator('[data-row]').count(), many.length + 1);
    },
    { get_mapping_form: { ...form, lines: many } },
  );
});

test('what is chosen on one side comes into sight on the other', () => {
  const form = /** @type {import('../../ui/src/api/bindings/MappingForm').MappingForm} */ (editMapping.unchanged?.replies.get_mapping_form);
  // The first line reads the last of these fields.
  const crossed = Array.from({ length: 100 }, (_, index) => ({
    source: { kind: /** @type {const} */ ('field'), path: `field_${100 - index}` },
    target: `_northwind.pendo.field${100 - index}`,
  }));
  return inWorkbench(
    'many-fields',
    async (page) => {
      await page.waitForFunction((wanted) => document.querySelectorAll('[data-row]').length === wanted, crossed.length);
      await source(page).getByRole('treeitem', { name: /field_1 / }).click();
      await page.waitForFunction(() => {
        const last = [...document.querySelectorAll('[data-row]')].at(-1);
        const list = last?.closest('ol')?.getBoundingClientRect();
        return list !== undefined && last !== undefined && last.getBoundingClientRect().bottom <= list.bottom + 1;
      });
      await page.locator('[data-row]').first().click();
      await source(page).getByRole('treeitem', { name: /field_100 /, selected: true }).waitFor();
    },
    { get_mapping_form: { ...form, lines: crossed } },
  );
});

test('a mapping that is opened again at once is read anew', () => {
  const form = /** @type {import('../../ui/src/api/bindings/MappingForm').MappingForm} */ (editMapping.unchanged?.replies.get_mapping_form);
  let version = 3;
  return inWorkbench(
    'unchanged',
    async (page) => {
      const address = page.url();
      await page.getByText('Version 3 is in force. Saving makes another one.').waitFor();
      version = 4;
      await page.goto(`${host.origin}/#/settings`);
      await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
      await page.goto(address);
      await page.getByText('Version 4 is in force. Saving makes another one.').waitFor();
    },
    { get_mapping_form: () => ({ ...form, mapping: { ...form.mapping, version } }), save_settings: (settings) => settings },
  );
});
