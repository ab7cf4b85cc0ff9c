import { held, refuse } from '../support/pose.mjs';
import { atHome, MINUTE, NOW, offline, unreached } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/ActivityRow').ActivityRow} ActivityRow */

/** @param {number} id @param {string} sentence @param {Partial<ActivityRow>} [over] @returns {ActivityRow} */
const row = (id, sentence, over = {}) => ({
  id,
  at: NOW - id * 17 * MINUTE,
  profileName: 'Northwind Apps',
  kind: 'dataflow',
  objectId: '3f0d2c11-7a4e-4b1c-9a55-1a60f2d7c001',
  objectName: 'Pendo NPS events',
  sentence,
  outcome: 'done',
  status: 200,
  requestId: 'Tr8vQ2n0Wm41',
  operation: 'PATCH /flows/{id}',
  tookMs: 412,
  changes: [],
  canUndo: false,
  ...over,
});

const rows = [
  row(1, 'Renamed dataflow “Pendo NPS events”', {
    canUndo: true,
    changes: [{ field: 'Name', before: 'Pendo NPS events', after: 'Pendo NPS, EMEA' }],
  }),
  row(2, 'Switched off dataflow “Partner portal”', { undoneAt: NOW - MINUTE }),
  row(3, 'Could not delete source connection “Old”', { kind: 'source_connection', outcome: 'refused', status: 400, code: '1447-400' }),
  row(4, 'Tried to create dataset “Pendo”; no answer came', { kind: 'dataset', outcome: 'unknown' }),
  row(5, 'Changed the schedule of dataflow “Orders – Shopify DE”', {
    whyNoUndo: 'It has begun to run: its start stays.',
    changes: [{ field: 'Schedule', before: 'Every hour from Nov 23, 2026, 12:00 UTC', after: 'Every 6 hours from Nov 23, 2026, 13:00 UTC' }],
  }),
];

/** @type {import('../../../ui/src/api/bindings/AppError').AppError} */
const forbidden = {
  code: 'permission_missing',
  title: 'This sign-in may not change dataflows in dev-martech',
  hint: 'Your administrator can add “Manage Sources” to its role.',
  owner: 'administrator',
  action: 'ask_administrator',
  fields: [],
  detail: { administratorText: 'Please add “Manage Sources” to the role of this credential.' },
};

const list = { rows, matching: 5, kept: 5 };
const replies = { get_app_state: atHome, list_profiles: [], list_activity: list };
const path = '/activity';

/** @type {Record<string, import('./index.mjs').Scene>} */
export const activity = {
  loading: { path, replies: { ...replies, list_activity: held }, shows: 'Reading the activity…' },
  trouble: { path, replies: { ...replies, list_activity: refuse(offline) }, shows: offline.title },
  empty: { path, replies: { ...replies, list_activity: { rows: [], matching: 0, kept: 0 } }, shows: 'No changes yet' },
  rows: { path, replies, shows: '5 of 5 changes' },
  open: {
    path,
    replies,
    act: (page) => page.getByRole('button', { name: /^Renamed dataflow/ }).click(),
    shows: 'ID of the object',
  },
  days: {
    path,
    replies,
    act: async (page) => {
      await page.getByRole('button', { name: /When/ }).click();
      await page.getByRole('option', { name: 'From day to day' }).click();
    },
    shows: 'It has begun to run: its start stays.',
  },
  offline: {
    path,
    replies: { ...replies, get_app_state: unreached },
    shows: 'Offline: nothing can be changed until Experience Platform can be reached again.',
  },
  'undo-refused': {
    path,
    replies: { ...replies, undo_activity: refuse(forbidden) },
    act: async (page) => {
      const undo = page.getByRole('button', { name: 'Undo: Renamed dataflow “Pendo NPS events”' });
      await undo.click();
      await page.getByText(forbidden.title).first().waitFor();
      await undo.click();
    },
    shows: 'Show all',
  },
  'no-match': { path, replies: { ...replies, list_activity: { rows: [], matching: 0, kept: 5 } }, shows: 'No change matches' },
};
