import { atHome, profiles, signedOut } from './people.mjs';

/** @typedef {import('playwright-core').Page} Page */

const path = '/settings';

/** @type {import('../support/pose.mjs').Replies} */
const replies = { get_app_state: atHome, list_profiles: profiles };

/** @param {string} name @returns {(page: Page) => Promise<void>} */
const chooseFromMenu = (name) => async (page) => {
  await page.getByRole('button', { name: 'More for Fabrikam' }).click();
  await page.getByRole('menuitem', { name }).click();
};

/** @type {Record<string, import('./index.mjs').Scene>} */
export const settings = {
  normal: { path, replies, shows: 'Fabrikam' },
  'no-keychain': {
    path,
    replies: {
      ...replies,
      get_app_state: {
        ...atHome,
        keychain: {
          available: false,
          problem: {
            code: 'keychain_unavailable',
            title: 'No keychain here',
            hint: 'Secrets last until you quit.',
            owner: 'you',
            action: 'unlock_keychain',
            fields: [],
          },
        },
      },
    },
    shows: 'Try the keychain again',
  },
  empty: { path, replies: { get_app_state: signedOut, list_profiles: [] }, shows: 'Settings' },
  rename: { path, replies, act: chooseFromMenu('Rename…'), shows: 'Rename saved sign-in' },
  'replace-secret': { path, replies, act: chooseFromMenu('Replace client secret…'), shows: 'New client secret' },
  delete: { path, replies, act: chooseFromMenu('Delete saved sign-in…'), shows: 'Keep it' },
};
