// What a person does on every page: enters practice mode, presses controls by keyboard.

/** @typedef {import('playwright-core').Page} Page */

/** From the welcome screen into practice mode, as far as its list. @param {Page} page @param {string} origin */
export async function practise(page, origin) {
  await page.goto(`${origin}/#/welcome`);
  await page.getByRole('button', { name: 'Try practice mode' }).click();
  await page.getByRole('heading', { level: 1, name: 'Dataflows' }).waitFor();
}

/** Presses a control that has focus, as a keyboard does. @param {import('playwright-core').Locator} control */
export async function press(control) {
  await control.focus();
  await control.press('Enter');
}

/** The button of exactly this name. @param {Page} page @param {string} name */
export const button = (page, name) => page.getByRole('button', { name, exact: true });
