import { refuse } from '../support/pose.mjs';
import { development, forbidden, production, profiles, signedIn, signedOut } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/CheckStep').CheckStep} CheckStep */
/** @typedef {import('../../../ui/src/api/bindings/CheckStepId').CheckStepId} CheckStepId */
/** @typedef {import('../../../ui/src/api/bindings/ConnectionCheck').ConnectionCheck} ConnectionCheck */
/** @typedef {import('playwright-core').Page} Page */

const path = '/connect';

/** @type {[CheckStepId, string][]} */
const STEPS = [
  ['sign_in', 'Adobe accepts this credential'],
  ['sandboxes', '2 sandboxes: prod-eu, dev-martech'],
  ['schemas', 'It may look at schemas'],
  ['datasets', 'It may look at datasets'],
  ['sources', 'It may look at sources and dataflows'],
  ['mappings', 'It may look at mappings'],
  ['pendo', 'Your organisation is offered Pendo'],
];

/** @type {CheckStep[]} */
const passed = STEPS.map(([id, summary]) => ({ id, state: 'passed', summary }));

/** @type {ConnectionCheck} */
const done = { checkId: 'c1', steps: passed, sandboxes: [production, development], sandbox: 'dev-martech', done: true, usable: true };

/** @type {ConnectionCheck} */
const halfway = {
  ...done,
  steps: passed.map((step, index) => ({ ...step, state: index < 3 ? 'passed' : index === 3 ? 'running' : 'waiting' })),
  sandboxes: [],
  done: false,
  usable: false,
};

/** @type {ConnectionCheck} */
const withoutDatasets = {
  ...done,
  steps: passed.map((step) => (step.id === 'datasets' ? { ...step, state: 'failed', summary: '', problem: forbidden } : step)),
};

/** @type {ConnectionCheck} */
const refused = {
  ...done,
  steps: passed.map((step, index) =>
    index > 0
      ? { ...step, state: 'skipped', summary: step.id === 'sandboxes' ? 'Which sandboxes it may use' : step.summary }
      : {
          ...step,
          state: 'failed',
          problem: {
            code: 'sign_in_refused',
            title: 'Adobe does not accept this client secret',
            hint: 'It may have been replaced in the Developer Console, or copied without its last letters.',
            owner: 'you',
            action: 'edit_fields',
            fields: [],
          },
        },
  ),
  sandboxes: [],
  done: true,
  usable: false,
};

/** @type {import('../support/pose.mjs').Replies} */
const replies = { get_app_state: signedOut, list_profiles: profiles };

/** @param {Page} page */
async function fillAndCheck(page) {
  await page.getByLabel('Organisation ID').fill(signedIn.organization);
  await page.getByLabel('Client ID').fill('5c1e2f3a4b5d6e7f8091a2b3c4d5e6f7');
  await page.getByLabel('Client secret').fill('not-a-real-secret');
  await page.getByRole('button', { name: 'Check sign-in' }).click();
}

/** @param {ConnectionCheck} check */
const checked = (check) => ({ ...replies, check_connection: check, get_connection_check: check });

/** @param {Page} page */
const chooseFile = (page) =>
  page.locator('input[type=file]').setInputFiles({ name: 'credential.json', mimeType: 'application/json', buffer: Buffer.from('{}') });

/** @type {Record<string, import('./index.mjs').Scene>} */
export const connect = {
  empty: { path, replies, shows: 'Drop the credential file here' },
  'file-read': {
    path,
    replies: {
      ...replies,
      read_credential_file: {
        secretHandle: 'h1',
        clientId: '5c1e2f3a4b5d6e7f8091a2b3c4d5e6f7',
        suggestedName: 'Northwind Apps',
        fieldsRead: 3,
      },
    },
    act: chooseFile,
    shows: 'Read 3 fields. The file was not kept.',
  },
  'file-rejected': {
    path,
    replies: {
      ...replies,
      read_credential_file: refuse({
        code: 'file_rejected',
        title: 'This is an old service account (JWT) credential',
        hint: 'Adobe has retired that kind. Ask for an OAuth server-to-server credential.',
        owner: 'you',
        action: 'choose_file',
        fields: [],
      }),
    },
    act: chooseFile,
    shows: 'This is an old service account (JWT) credential',
  },
  checking: { path, replies: checked(halfway), act: fillAndCheck, shows: '3 of 7 passed' },
  passed: { path, replies: checked(done), act: fillAndCheck, shows: '7 of 7 passed' },
  failed: { path, replies: checked(withoutDatasets), act: fillAndCheck, shows: 'Your administrator can fix this in a minute' },
  'sign-in-refused': { path, replies: checked(refused), act: fillAndCheck, shows: 'Adobe does not accept this client secret' },
  token: {
    path,
    replies,
    act: (page) => page.getByRole('button', { name: 'Paste a token instead' }).click(),
    shows: /A pasted access token works/,
  },
  custom: {
    path,
    replies,
    act: async (page) => {
      await page.getByRole('button', { name: 'More options' }).click();
      await page.getByText('Other hosts').click();
      await page.getByLabel('Platform address').waitFor();
    },
    shows: 'HTTPS, or this computer. Your secret goes there.',
  },
};
