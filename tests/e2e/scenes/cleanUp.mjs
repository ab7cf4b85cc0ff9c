import { refuse, held } from '../support/pose.mjs';
import { atHome, DAY, MINUTE, NOW, offline, unreached } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/Leftovers').Leftovers} Leftovers */
/** @typedef {import('../../../ui/src/api/bindings/DeletedFlow').DeletedFlow} DeletedFlow */

const path = '/clean-up';

/** @type {Leftovers} */
const found = {
  items: [
    { kind: 'source_connection', id: 's1', name: 'Pendo polls, from Pendo', createdAt: NOW - 40 * DAY, createdBy: 'M. Keller', byInlet: true, young: false },
    { kind: 'source_connection', id: 's2', name: 'Shopify orders (source)', createdAt: NOW - 210 * DAY, createdBy: '4C2@techacct.adobe.com', byInlet: false, young: false },
    { kind: 'target_connection', id: 't1', name: 'Pendo polls, to Pendo poll answers', createdAt: NOW - 40 * DAY, createdBy: 'M. Keller', byInlet: true, young: false },
    { kind: 'target_connection', id: 't2', name: 'Trial of the new dataset', createdAt: NOW - 12 * MINUTE, createdBy: 'J. Lindqvist', byInlet: false, young: true },
    { kind: 'source_connection', id: 's3', name: 'NPS responses – EMEA, from Pendo', createdAt: NOW - DAY, createdBy: 'You', byInlet: true, young: false, belongsTo: 'NPS responses – EMEA' },
    { kind: 'mapping_set', id: 'm1', name: '14 field mappings', createdAt: NOW - 40 * DAY, createdBy: '', byInlet: true, young: false },
  ],
  flowsRead: 312,
  flowsDone: true,
  objectsRead: 631,
  complete: true,
  readAt: NOW,
};

/** @type {DeletedFlow[]} */
const deleted = [
  {
    deletedId: 'd1.0',
    flowId: '2edc08ac-4df5-4fe6-936f-81a19ce92f5c',
    name: 'Poll answers – onboarding',
    description: '',
    deletedAt: NOW - 30 * MINUTE,
    dataset: 'Pendo poll answers',
    lines: 14,
  },
  {
    deletedId: 'd0.3',
    flowId: '7fdc08ac-4df5-4fe6-936f-81a19ce92f5d',
    name: 'Orders – Shopify DE',
    description: '',
    deletedAt: NOW - 3 * DAY,
    dataset: 'Orders',
    lines: 9,
    obstacle: 'Inlet makes dataflows for Pendo only.',
  },
];

/** @type {import('../support/pose.mjs').Replies} */
const replies = { get_app_state: atHome, list_profiles: [], scan_leftovers: found, list_deleted: deleted };

/** @type {Record<string, import('./index.mjs').Scene>} */
export const cleanUp = {
  reading: {
    path,
    replies: { ...replies, scan_leftovers: { ...found, items: [], flowsRead: 2300, flowsDone: false, objectsRead: 0, complete: false } },
    shows: /2,300 dataflows so far/,
  },
  looking: {
    path,
    replies: { ...replies, scan_leftovers: { ...found, items: found.items.slice(0, 2), objectsRead: 400, complete: false } },
    shows: /400 so far/,
  },
  leftovers: { path, replies, shows: /6 leftovers among 631/ },
  asked: {
    path,
    replies: { ...replies, start_clean_up: held },
    act: async (page) => {
      await page.getByRole('button', { name: 'Choose those made with Inlet' }).click();
      await page.getByRole('button', { name: 'Delete 3 leftovers…' }).click();
    },
    shows: 'Delete 3 leftovers?',
  },
  nothing: { path, replies: { ...replies, scan_leftovers: { ...found, items: [] } }, shows: 'Nothing is left over' },
  trouble: {
    path,
    replies: { ...replies, scan_leftovers: { ...found, items: found.items.slice(0, 2), complete: false, problem: offline } },
    shows: offline.title,
  },
  deleted: { path: `${path}?part=deleted`, replies, shows: 'Orders – Shopify DE' },
  'deleted-none': { path: `${path}?part=deleted`, replies: { ...replies, list_deleted: [] }, shows: 'Nothing was deleted from here' },
  offline: {
    path,
    replies: { ...replies, get_app_state: unreached },
    act: (page) => page.getByRole('button', { name: 'Choose those made with Inlet' }).click(),
    shows: 'Offline: nothing can be changed until Experience Platform can be reached again.',
  },
  'deleted-offline': {
    path: `${path}?part=deleted`,
    replies: { ...replies, get_app_state: unreached },
    shows: 'Offline: nothing can be changed until Experience Platform can be reached again.',
  },
  recreate: {
    path: `${path}?part=deleted`,
    replies: { ...replies, recreate_flow: refuse(offline) },
    act: (page) => page.getByRole('button', { name: 'Recreate dataflow…' }).click(),
    shows: 'Recreate dataflow?',
  },
};
