import { held, refuse } from '../support/pose.mjs';
import { NOW, profiles, signedOut } from './people.mjs';

const path = '/welcome';

/** @type {import('../support/pose.mjs').Replies} */
const first = { get_app_state: signedOut, list_profiles: [] };

/** @type {Record<string, import('./index.mjs').Scene>} */
export const welcome = {
  'first-start': { path, replies: first, shows: 'Try practice mode' },
  'with-saved-sign-ins': { path, replies: { ...first, list_profiles: profiles }, shows: 'Fabrikam' },
  'with-unfinished-set-ups': {
    path,
    replies: {
      get_app_state: {
        ...signedOut,
        setupsElsewhere: [
          {
            setupId: 'u1',
            name: 'NPS responses – EMEA',
            sandbox: 'dev-martech',
            profileName: 'Northwind Apps',
            state: 'stopped',
            startedAt: NOW,
          },
          {
            setupId: 'u2',
            name: 'Trial accounts',
            sandbox: 'prod-eu',
            profileName: 'Contoso',
            state: 'unclear',
            startedAt: NOW,
          },
        ],
      },
      list_profiles: profiles,
    },
    shows: '“NPS responses – EMEA” is half-made.',
  },
  resuming: {
    path,
    replies: { ...first, get_app_state: { ...signedOut, lastSignIn: profiles[0]?.id ?? '' }, list_profiles: profiles, resume_session: held },
    shows: 'Signing in…',
  },
  'resume-locked': {
    path,
    replies: {
      ...first,
      get_app_state: { ...signedOut, lastSignIn: profiles[0]?.id ?? '' },
      list_profiles: profiles,
      resume_session: refuse({
        code: 'keychain_locked',
        title: 'This computer’s keychain is locked',
        hint: 'Until it is unlocked, client secrets last until Inlet is closed.',
        owner: 'you',
        action: 'unlock_keychain',
        fields: [],
      }),
    },
    shows: 'Try the keychain again',
  },
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
  'sign-in-failed': {
    path,
    replies: {
      ...first,
      list_profiles: profiles,
      connect: refuse({
        code: 'sign_in_refused',
        title: 'Adobe does not accept this client secret',
        hint: 'It may have been replaced in the Developer Console.',
        owner: 'you',
        action: 'sign_in',
        fields: [],
      }),
    },
    act: (page) => page.getByRole('button', { name: 'Fabrikam' }).click(),
    shows: 'Sign in again',
  },
};
