import { refuse } from '../support/pose.mjs';
import { profiles, signedOut } from './people.mjs';

const path = '/welcome';

/** @type {import('../support/pose.mjs').Replies} */
const first = { get_app_state: signedOut, list_profiles: [] };

/** @type {Record<string, import('./index.mjs').Scene>} */
export const welcome = {
  'first-start': { path, replies: first, shows: 'Try practice mode' },
  'with-saved-sign-ins': { path, replies: { ...first, list_profiles: profiles }, shows: 'Fabrikam' },
  'practice-failed': {
    path,
    replies: {
      ...first,
      start_practice: refuse({
        code: 'internal',
        title: 'Practice mode did not start',
        hint: 'The made-up platform could not open a port on this computer.',
        owner: 'inlet',
        action: 'retry',
        fields: [],
      }),
    },
    act: (page) => page.getByRole('button', { name: 'Try practice mode' }).click(),
    shows: 'Practice mode did not start',
  },
};
