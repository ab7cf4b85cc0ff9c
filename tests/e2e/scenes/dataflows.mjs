import { held, refuse } from '../support/pose.mjs';
import { dayOf, detail, list, rows } from './flows.mjs';
import { atHome, HOUR, NOW, offline, practising, production, profiles, signedIn, unreached } from './people.mjs';
import { deletions, plans } from './removal.mjs';

/** @typedef {import('../../../ui/src/api/bindings/SetupSummary').SetupSummary} SetupSummary */

const path = '/dataflows';

/** @type {import('../support/pose.mjs').Replies} */
const replies = {
  get_app_state: atHome,
  list_profiles: profiles,
  list_flows: list,
  get_flow_days: ({ flowIds }) => flowIds.map(dayOf),
  get_flow: ({ flowId }) => ({ ...detail, row: rows.find(({ id }) => id === flowId) ?? detail.row, day: dayOf(flowId).total }),
};

/** @type {SetupSummary} */
const summary = {
  setupId: 'u1',
  name: 'NPS responses – EMEA',
  sandbox: 'dev-martech',
  profileName: 'Northwind Apps',
  state: 'stopped',
  startedAt: NOW,
};

const selected = { path: `${path}?flow=${rows[0]?.id}` };

/** @param {import('playwright-core').Page} page */
const askToDelete = (page) => page.getByRole('button', { name: 'Delete dataflow…' }).click();

/** Rows of an earlier session. */
const kept = { keptAt: NOW - 19 * HOUR, readAt: NOW - 19 * HOUR };

/** @type {import('../support/pose.mjs').Replies} */
const cutOff = {
  get_app_state: unreached,
  list_flows: { ...list, ...kept, read: 0, complete: false, offline: true, problem: offline },
  get_flow_days: refuse(offline),
};

const filters = new URLSearchParams({
  status: JSON.stringify(['failing', 'some_lost', 'quiet']),
  state: JSON.stringify(['on']),
  updated: '7d',
}).toString();

/** @param {import('playwright-core').Page} page */
async function selectThree(page) {
  await page.getByRole('row', { name: /Guide engagement/ }).click();
  await page.getByRole('row', { name: /NPS responses – AMER/ }).click({ modifiers: ['Shift'] });
  await page.getByRole('row', { name: /Poll answers/ }).locator('[data-box]').click();
}

/** @param {import('playwright-core').Page} page */
async function switchThree(page) {
  await selectThree(page);
  await page.getByRole('button', { name: 'Switch off' }).click();
}

/** @type {import('../../../ui/src/api/bindings/AppError').AppError} */
const changedElsewhere = {
  code: 'conflict',
  title: 'Someone else changed this dataflow',
  hint: 'It was changed between reading and switching. Look at it and try again.',
  owner: 'you',
  action: 'reload',
  fields: [],
};

/** @type {Record<string, import('./index.mjs').Scene>} */
export const dataflows = {
  loading: { path, replies: { ...replies, list_flows: held }, shows: 'Dataflows' },
  empty: {
    path,
    replies: { ...replies, list_flows: { ...list, rows: [], known: 0, read: 0, total: 0, readAt: NOW } },
    shows: /Connect Pendo/,
  },
  rows: { path, replies, shows: 'Partner portal' },
  'row-selected': { path: `${path}?flow=${rows[1]?.id}`, replies, shows: 'Pendo NPS events' },
  'streaming-in': {
    path,
    replies: { ...replies, list_flows: { ...list, total: 10_000, complete: false } },
    shows: /10,000/,
  },
  'as-of': {
    path,
    replies: { ...replies, list_flows: { ...list, ...kept, read: 0, complete: false } },
    shows: /^As of/,
  },
  offline: { path, replies: { ...replies, ...cutOff }, shows: /^As of.*offline/ },
  'only-problems': { path: `${path}?problems=true`, replies, shows: /judged with the numbers/ },
  'filters-open': {
    path,
    replies,
    act: (page) => page.getByRole('button', { name: 'Filters' }).click(),
    shows: 'Created by',
  },
  'filters-days': {
    path: `${path}?created=2026-11-01..2026-11-23`,
    replies,
    act: (page) => page.getByRole('button', { name: 'Filters, 1 set' }).click(),
    shows: 'Created by',
  },
  filtered: { path: `${path}?${filters}`, replies, shows: 'Clear all' },
  'filtered-out': { path: `${path}?state=%5B%22draft%22%5D&ran=24h`, replies, shows: 'No dataflow matches these filters' },
  'columns-menu': {
    path,
    replies,
    act: (page) => page.getByRole('button', { name: 'Columns' }).click(),
    shows: 'Partner portal',
  },
  'columns-fewer': { path: `${path}?hide=%5B%22day%22%2C%22ingested%22%2C%22failed%22%5D`, replies, shows: 'Partner portal' },
  'several-selected': { path, replies, act: selectThree, shows: '3 selected' },
  'several-selected-offline': { path, replies: { ...replies, ...cutOff }, act: selectThree, shows: '3 selected' },
  'no-match': { path: `${path}?q=zebra`, replies, shows: /zebra/ },
  trouble: { path, replies: { ...replies, list_flows: { ...list, problem: offline } }, shows: offline.title },
  'trouble-without-rows': { path, replies: { ...replies, list_flows: refuse(offline) }, shows: offline.title },
  'unfinished-setups': {
    path,
    replies: {
      ...replies,
      get_app_state: {
        ...atHome,
        setups: [summary, { ...summary, setupId: 'u2', name: 'Guide engagement', state: 'running' }],
        setupsElsewhere: [{ ...summary, setupId: 'u3', name: 'Trial accounts', sandbox: 'prod-eu' }],
      },
    },
    shows: '“NPS responses – EMEA” is half-made.',
  },
  'unfinished-offline': {
    path,
    replies: { ...replies, ...cutOff, get_app_state: { ...unreached, setups: [summary] } },
    shows: /is half-made.*Offline: nothing can be changed/,
  },
  notice: {
    path,
    replies: {
      ...replies,
      get_app_state: {
        ...atHome,
        session: practising,
        notices: [{ id: 'n1', title: 'Your settings could not be read', hint: 'They were set aside, and Inlet started with new ones.' }],
      },
    },
    shows: 'Your settings could not be read',
  },
  'delete-reading': { ...selected, replies: { ...replies, plan_delete: held }, act: askToDelete, shows: /Looking at what belongs to it/ },
  delete: { ...selected, replies: { ...replies, plan_delete: plans.one }, act: askToDelete, shows: 'You can undo this for 10 seconds.' },
  'delete-production': {
    ...selected,
    replies: {
      ...replies,
      get_app_state: { ...atHome, session: { ...signedIn, sandbox: production } },
      plan_delete: plans.production,
    },
    act: askToDelete,
    shows: 'Type the name to delete.',
  },
  'delete-dataset': {
    ...selected,
    replies: { ...replies, plan_delete: plans.one },
    act: async (page) => {
      await askToDelete(page);
      await page.getByRole('checkbox', { name: /^Delete the dataset/ }).press('Space');
      await page.getByRole('checkbox', { name: /^Delete the schema/ }).press('Space');
    },
    shows: /Every event in .* is deleted with it/,
  },
  'delete-several': {
    path,
    replies: {
      ...replies,
      get_app_state: { ...atHome, session: { ...signedIn, sandbox: production } },
      plan_delete: plans.several,
    },
    act: async (page) => {
      await selectThree(page);
      await page.getByRole('button', { name: 'Delete dataflows…' }).click();
      await page.getByRole('group').filter({ hasText: rows[1]?.name ?? '' }).locator('summary').click();
    },
    shows: 'Type the sandbox’s name to delete.',
  },
  'switch-several': {
    path,
    replies: { ...replies, switch_flows: held },
    act: (page) => switchThree(page),
    shows: '0 of 3 dataflows',
  },
  'switch-several-done': {
    path,
    replies: {
      ...replies,
      switch_flows: ({ flowIds }) =>
        flowIds.map((flowId, place) => ({
          flowId,
          name: rows.find(({ id }) => id === flowId)?.name ?? flowId,
          outcome: place === 0 ? 'switched' : place === 1 ? 'already_so' : 'failed',
          ...(place === 2 && { problem: changedElsewhere }),
        })),
    },
    act: (page) => switchThree(page),
    shows: 'Try these again',
  },
  'delete-gone': { ...selected, replies: { ...replies, plan_delete: plans.gone }, act: askToDelete, shows: 'There is nothing to delete.' },
  'deletion-waiting': { path, replies: { ...replies, list_deletions: [deletions.waiting] }, shows: /is deleted in \d+ s/ },
  'deletion-running': { path, replies: { ...replies, list_deletions: [deletions.running] }, shows: 'Deleting 4 dataflows: 2 of 4 done.' },
  'deletion-stopped': { path, replies: { ...replies, list_deletions: [deletions.stopped] }, shows: /1 of 4 dataflows deleted/ },
  'deletion-stopped-offline': {
    path,
    replies: { ...replies, ...cutOff, list_deletions: [deletions.stopped] },
    act: (page) => page.getByRole('button', { name: 'Details' }).click(),
    shows: 'Deletion of 4 dataflows, stopped',
  },
  'deletion-stopped-details': {
    path,
    replies: { ...replies, list_deletions: [deletions.stopped] },
    act: async (page) => {
      await page.getByRole('button', { name: 'Details' }).click();
      await page.getByText('Nothing of it was deleted so far.').click();
    },
    shows: 'Deletion of 4 dataflows, stopped',
  },
  'deletion-done': { path, replies: { ...replies, list_deletions: [deletions.done] }, shows: /Now turn off its webhook in Pendo/ },
  'deletion-done-details': {
    path,
    replies: { ...replies, list_deletions: [deletions.done] },
    act: (page) => page.getByRole('button', { name: 'Details' }).click(),
    shows: 'Now turn off the webhook in Pendo:',
  },
  'sandbox-menu': {
    path,
    replies,
    act: (page) => page.getByRole('button', { name: /^Sandbox/ }).click(),
    shows: 'prod-eu',
  },
  'sign-in-menu': {
    path,
    replies,
    act: (page) => page.getByRole('button', { name: signedIn.profileName }).click(),
    shows: 'Sign out',
  },
  shortcuts: {
    path,
    replies,
    act: async (page) => {
      await page.getByText('Partner portal').waitFor();
      await page.keyboard.press('?');
    },
    shows: 'Single letters are off while you type.',
  },
};
