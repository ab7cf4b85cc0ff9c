// Poses a page: the commands of the window are answered with replies of the contract's own types, so that every
// state can be looked at, also those that a real set-up shows for a moment only. That the application really
// gives such replies is proven elsewhere, against the emulator.

import { NOW } from '../scenes/people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/Commands').Commands} Commands */
/** @typedef {import('../../../ui/src/api/bindings/AppError').AppError} AppError */

/** A reply that never comes. */
export const held = Symbol('held');

class Refusal {
  /** @param {AppError} error */
  constructor(error) {
    this.error = error;
  }
}

/** @param {AppError} error */
export function refuse(error) {
  return new Refusal(error);
}

/**
 * @template {keyof Commands} C
 * @typedef {Commands[C]['reply'] | typeof held | Refusal | ((args: Commands[C]['args']) => Commands[C]['reply'] | Refusal | typeof held)} Answer
 */

/** @typedef {{ [C in keyof Commands]?: Answer<C> }} Replies */

/**
 * What many pages ask for: nothing is being deleted, a platform out of reach stays so, and there is no draft, unless a
 * scene says otherwise.
 * @type {Replies}
 */
const QUIET = {
  list_deletions: [],
  reach_platform: held,
  get_draft: null,
  save_draft: ({ values }) => ({ values, savedAt: NOW }),
  delete_draft: null,
};

/**
 * @param {import('playwright-core').Page} page
 * @param {Replies} scene
 * @param {string[]} faults where a command that nobody posed is noted
 */
export async function pose(page, scene, faults) {
  const replies = { ...QUIET, ...scene };
  await page.route('**/call/*', async (route) => {
    const name = /** @type {keyof Commands} */ (new URL(route.request().url()).pathname.split('/').at(-1));
    if (!(name in replies)) {
      faults.push(`nobody posed ${name}`);
      return route.abort();
    }
    const answer = /** @type {unknown} */ (replies[name]);
    const args = route.request().postDataJSON();
    const reply = typeof answer === 'function' ? answer(args) : answer;
    if (reply === held) return;
    const refused = reply instanceof Refusal;
    await route.fulfill({ status: refused ? 422 : 200, json: refused ? reply.error : (reply ?? null) });
  });
}
