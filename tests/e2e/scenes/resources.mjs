// Datasets, source connections, target connections and mappings, as people meet them.
import { DAY, MINUTE, NOW } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/ResourceRow').ResourceRow} ResourceRow */
/** @typedef {import('../../../ui/src/api/bindings/ResourceDetail').ResourceDetail} ResourceDetail */
/** @typedef {import('../../../ui/src/api/bindings/ResourceLink').ResourceLink} ResourceLink */

/** @param {string} id @param {string} name @param {string} about @param {Partial<ResourceRow>} [over] @returns {ResourceRow} */
const row = (id, name, about, over = {}) => ({
  id,
  name,
  description: '',
  about,
  uses: 1,
  createdAt: NOW - 200 * DAY,
  updatedAt: NOW - 12 * DAY,
  createdBy: 'M. Keller',
  updatedBy: '7c3c1d2e@techacct.adobe.com',
  ...over,
});

/** @type {Pick<ResourceRow, 'state'>} */
const on = { state: { kind: 'on' } };

/** @type {ResourceRow[]} */
export const datasets = [
  row('64b0c1d2e3f4a5b6c7d8e9f0', 'Guides on the marketing site', 'Guides on the marketing site', { description: 'Guide displays for visitors who are not signed in' }),
  row('64b0c1d2e3f4a5b6c7d8e9f1', 'NPS answers', 'NPS answers', { uses: 2, description: 'Scores and comments, for the research team', updatedBy: 'J. Ortiz' }),
  row('64b0c1d2e3f4a5b6c7d8e9f2', 'Orders of all shops in the twelve countries that share one cart, and of the two that do not', 'Orders', { uses: 14 }),
  row('64b0c1d2e3f4a5b6c7d8e9f3', 'Trial in spring', '', { uses: 0, updatedAt: NOW - 210 * DAY }),
];

/** @type {ResourceRow[]} */
export const sources = [
  row('s-1', 'Guides on the marketing site (source)', 'Pendo', on),
  row('s-2', 'PathFactory visits (source)', 'PathFactory', on),
  row('s-3', 'Pilot for page loads (source)', 'Pendo', { state: { kind: 'draft' }, uses: 0 }),
];

/** @type {ResourceRow[]} */
export const targets = [
  row('t-1', 'Guides on the marketing site (target)', 'Guides on the marketing site', on),
  row('t-2', 'NPS answers (target)', 'NPS answers', on),
  row('t-3', 'Trial in spring (target)', 'Trial in spring', { ...on, uses: 0 }),
];

/** @type {ResourceRow[]} */
export const mappings = [
  row('a126ae1a1d134c4b82bd00c2d01a039e', 'Mapping of “Guides on the marketing site”', 'Guides on the marketing site', { lines: 12 }),
  row('b126ae1a1d134c4b82bd00c2d01a039e', 'Mapping of “NPS answers”', 'NPS answers', { lines: 14 }),
  row('c126ae1a1d134c4b82bd00c2d01a039e', 'Mapping into “Trial in spring”', 'Trial in spring', { lines: 3, uses: 0 }),
];

/** @type {ResourceLink[]} */
export const flows = [
  { kind: 'dataflow', id: 'f-1', name: 'NPS answers' },
  { kind: 'dataflow', id: 'f-2', name: 'NPS answers, EMEA' },
];

/** @param {ResourceRow} row @param {Partial<ResourceDetail>} over @returns {ResourceDetail} */
const detail = (row, over) => ({
  row,
  facts: [],
  words: { name: row.name, description: row.description, tags: [], version: 'v1' },
  fixed: '',
  lost: '',
  uses: [],
  usedBy: [],
  technical: [
    { label: 'Sandbox', value: 'autumn-pilot' },
    { label: 'Organisation ID', value: '0A1B2C3D4E5F60718293A4B5@AdobeOrg' },
  ],
  readAt: NOW - 3000,
  ...over,
});

const datasetParts = {
  facts: [
    { label: 'Schema version', value: '1' },
    { label: 'Format', value: 'Parquet' },
    { label: 'Error diagnostics', value: 'Kept' },
    { label: 'Profile', value: 'Does not take its records' },
    { label: 'Tags', value: 'team: research, product' },
  ],
  fixed: 'Its schema and its format stay as they are. For another schema, make another dataset and replace the dataflows that write here.',
  lost: 'Every record in it is deleted with it, for everybody who uses it: queries, segments and exports. Nobody can bring them back.',
};

const nps = /** @type {ResourceRow} */ (datasets[1]);
const trial = /** @type {ResourceRow} */ (datasets[3]);

export const tagged = {
  name: nps.name,
  description: nps.description,
  tags: [
    { key: 'team', values: ['research', 'product'], fixed: false },
    { key: 'unifiedProfile', values: ['enabled:true'], fixed: true },
  ],
  version: 'v1',
};

export const dataset = detail(nps, {
  ...datasetParts,
  words: tagged,
  uses: [{ kind: 'schema', id: 'https://ns.adobe.com/acme/schemas/1', name: 'NPS answers' }],
  usedBy: [...flows, { kind: 'target_connection', id: 't-2', name: 'NPS answers (target)' }],
  technical: [
    { label: 'Dataset ID', value: nps.id },
    { label: 'Schema ID', value: 'https://ns.adobe.com/acme/schemas/5a1b2c3d4e5f60718293a4b5c6d7e8f9' },
    { label: 'Sandbox', value: 'autumn-pilot' },
  ],
});

export const unusedDataset = detail(trial, {
  ...datasetParts,
  usedBy: [{ kind: 'target_connection', id: 't-3', name: 'Trial in spring (target)' }],
});

const fixedSource =
  'Where it takes its events from stays as it is: a dataflow does not notice when that changes. To take events from elsewhere, replace the dataflow.';
const noEvent = 'No event is lost: only dataflows take in events, and Adobe keeps every connection that one uses.';

export const source = detail(/** @type {ResourceRow} */ (sources[1]), {
  facts: [
    { label: 'Source', value: 'PathFactory' },
    { label: 'Format', value: 'JSON' },
    { label: 'Account', value: 'Needed' },
  ],
  fixed: fixedSource,
  lost: noEvent,
  uses: [{ kind: 'account', id: 'a-1', name: 'PathFactory content' }],
  usedBy: [{ kind: 'dataflow', id: 'f-3', name: 'PathFactory visits' }],
});

export const unusedSource = detail(/** @type {ResourceRow} */ (sources[2]), {
  facts: [
    { label: 'Source', value: 'Pendo' },
    { label: 'Format', value: 'JSON' },
    { label: 'Account', value: 'None needed' },
  ],
  fixed: fixedSource,
  lost: noEvent,
});

const targetParts = {
  facts: [
    { label: 'Dataset', value: 'NPS answers' },
    { label: 'Format', value: 'JSON' },
  ],
  fixed: 'Where it leads stays as it is: a dataflow does not notice when that changes. To write to another dataset, replace the dataflow.',
  lost: noEvent,
  uses: /** @type {ResourceLink[]} */ ([
    { kind: 'dataset', id: nps.id, name: 'NPS answers' },
    { kind: 'schema', id: 'https://ns.adobe.com/acme/schemas/1', name: 'NPS answers' },
  ]),
};

export const target = detail(/** @type {ResourceRow} */ (targets[1]), {
  ...targetParts,
  usedBy: flows.slice(0, 1),
});
export const unusedTarget = detail(/** @type {ResourceRow} */ (targets[2]), targetParts);

const mappingParts = {
  facts: [
    { label: 'Field mappings', value: '5' },
    { label: 'Newest version', value: '2' },
    { label: 'State', value: 'Published' },
  ],
  fixed: 'Its field mappings are changed in the dataflow that uses it, where they can be tried out. Each change is a new version, and the old ones stay.',
  lost: 'All its versions are deleted with it. Records that were made with it stay as they are.',
  uses: /** @type {ResourceLink[]} */ ([{ kind: 'schema', id: 'https://ns.adobe.com/acme/schemas/1', name: 'NPS answers' }]),
  lines: [
    { source: 'uniqueId', calculated: false, target: '_id' },
    { source: 'date(timestamp * 1000)', calculated: true, target: 'timestamp' },
    { source: 'event', calculated: false, target: '_acme.pendo.event' },
    { source: 'visitorId', calculated: false, target: '_acme.pendo.visitorId' },
    { source: 'properties.npsRating', calculated: false, target: '_acme.pendo.rating' },
  ],
};

/** @param {ResourceRow} row @param {ResourceLink[]} usedBy @returns {ResourceDetail} */
const mappingOf = (row, usedBy) => {
  const { words: _, ...rest } = detail(row, { ...mappingParts, usedBy });
  return rest;
};

export const mapping = mappingOf(/** @type {ResourceRow} */ (mappings[1]), flows.slice(0, 1));
export const unusedMapping = mappingOf(/** @type {ResourceRow} */ (mappings[2]), []);

/** @type {import('../../../ui/src/api/bindings/ResourceUpdate').ResourceUpdate} */
export const changed = {
  kind: 'changed',
  theirs: { ...tagged, name: 'NPS answers, all products', version: 'v2' },
  at: NOW - 4 * MINUTE,
  by: 'J. Ortiz',
};
