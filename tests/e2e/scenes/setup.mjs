import { refuse } from '../support/pose.mjs';
import { fresh, tests } from './flows.mjs';
import { atHome, forbidden, MINUTE, NOW, offline, production, signedIn, unreached } from './people.mjs';
import { guides, recipeDestination, setups } from './setups.mjs';

/** @typedef {import('../../../ui/src/api/bindings/Setup').Setup} Setup */
/** @typedef {import('../../../ui/src/api/bindings/TestEvent').TestEvent} TestEvent */

const path = '/setups/u1';

/** @param {Setup} setup @param {TestEvent[]} [testEvents] @returns {import('../support/pose.mjs').Replies} */
const replies = (setup, testEvents = []) => ({
  get_app_state: atHome,
  get_setup: setup,
  list_sources: guides,
  get_flow: { ...fresh, testEvents },
  get_replacements: [],
  get_test_event: testEvents[0] ?? tests.accepted,
});

/** @param {string} name @returns {(page: import('playwright-core').Page) => Promise<void>} */
const press = (name) => (page) => page.getByRole('button', { name }).click();

/** @type {import('../../../ui/src/api/bindings/AppError').AppError} */
const elsewhere = {
  code: 'refused',
  title: '“NPS responses – EMEA” belongs to the sandbox “dev-martech” of “Northwind”',
  hint: 'Move there first. What it made cannot be seen from here.',
  owner: 'you',
  action: 'sign_in',
  fields: [],
};

/** @type {Record<string, import('./index.mjs').Scene>} */
export const setup = {
  running: { path, replies: replies(setups.running), shows: 'Step 7 of 9' },
  stopping: { path, replies: replies(setups.stopping), shows: 'Stopping “NPS responses – EMEA”' },
  stopped: { path, replies: replies(setups.stopped), shows: 'Leave as is, finish later' },
  'stopped-permission': {
    path,
    replies: replies({ ...setups.stopped, cause: forbidden }),
    shows: forbidden.title,
  },
  unclear: { path, replies: replies(setups.unclear), shows: 'Was the source connection made?' },
  'make-again-asked': { path, replies: replies(setups.unclear), act: press('Make it again'), shows: 'Make it again?' },
  'endpoint-pending': { path, replies: replies(setups.endpointPending), shows: 'Check again' },
  'stopped-offline': {
    path,
    replies: { ...replies(setups.stopped), get_app_state: unreached },
    shows: 'Offline: nothing can be changed until Experience Platform can be reached again.',
  },
  'undo-asked': { path, replies: replies(setups.stopped), act: press('Undo set-up'), shows: 'Undo this set-up?' },
  undoing: { path, replies: replies(setups.undoing), shows: 'Undoing “NPS responses – EMEA”' },
  undone: { path, replies: replies(setups.undone), shows: 'Change it and try again' },
  'undo-stopped': { path, replies: replies(setups.undoStopped), shows: 'What is left' },
  left: { path, replies: replies(setups.left), shows: '“NPS responses – EMEA” waits for you' },
  elsewhere: {
    path,
    replies: {
      ...replies({ ...setups.stopped, choices: [], elsewhere }),
      get_app_state: { ...atHome, session: { ...signedIn, sandbox: production } },
    },
    shows: elsewhere.title,
  },
  'created-settling': {
    path,
    replies: replies({ ...setups.done, settlesAt: NOW + 4 * MINUTE + 7000 }),
    shows: '4:07',
  },
  created: { path, replies: replies(setups.done), shows: 'NPS responses – EMEA is ready' },
  'created-test-sent': {
    path,
    replies: replies(setups.done, [tests.accepted]),
    shows: 'Look again at about 15:10.',
  },
  'created-recipe': {
    path,
    replies: replies({ ...setups.done, form: { ...setups.done.form, destination: recipeDestination } }),
    shows: 'Not taken over from the recipe',
  },
  'created-replacing': {
    path,
    replies: {
      ...replies(setups.done),
      get_replacements: [
        {
          setupId: 'u1',
          old: { id: 'f-old', name: 'NPS responses' },
          new: { id: setups.done.flowId ?? '', name: 'NPS responses – EMEA' },
          stage: 'address_to_paste',
          title: 'Put the webhook address of “NPS responses – EMEA” into Pendo',
          text: '“NPS responses” stays on until events are counted on “NPS responses – EMEA”, so that none is lost.',
          source: 'Pendo',
          doubles: true,
          oldIsGone: false,
          begunAt: NOW,
        },
      ],
    },
    shows: 'It is in Pendo',
  },
  trouble: { path, replies: { ...replies(setups.running), get_setup: refuse(offline) }, shows: offline.title },
};

