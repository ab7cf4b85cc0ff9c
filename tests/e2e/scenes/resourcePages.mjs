// The pages of datasets, source connections, target connections and mappings, state by state.
import { held, refuse } from '../support/pose.mjs';
import { atHome, broken, NOW, offline, production, signedIn } from './people.mjs';
import {
  changed,
  dataset as usedDataset,
  datasets as datasetRows,
  flows,
  mapping as usedMapping,
  mappings as mappingRows,
  source as usedSource,
  sources as sourceRows,
  target as usedTarget,
  targets as targetRows,
  unusedDataset,
  unusedMapping,
  unusedSource,
  unusedTarget,
} from './resources.mjs';

/** @typedef {import('../../../ui/src/api/bindings/ResourceRow').ResourceRow} ResourceRow */
/** @typedef {import('../../../ui/src/api/bindings/ResourceDetail').ResourceDetail} ResourceDetail */
/** @typedef {import('../../../ui/src/api/bindings/AppError').AppError} AppError */
/** @typedef {import('../support/pose.mjs').Replies} Replies */
/** @typedef {import('./index.mjs').Scene} Scene */
/** @typedef {import('playwright-core').Page} Page */

const frame = { get_app_state: atHome, list_profiles: [] };

/** @param {ResourceRow[]} rows @returns {Replies} */
const listed = (rows) => ({ ...frame, list_resources: { rows, readAt: NOW - 12_000 } });

/** @param {string} path @param {ResourceRow[]} rows @param {{ many: string, one: string, empty: string }} words @returns {Record<string, Scene>} */
const lists = (path, rows, { many, one, empty }) => ({
  loading: { path, replies: { ...frame, list_resources: held }, shows: `Reading the ${many}…` },
  trouble: { path, replies: { ...frame, list_resources: refuse(offline) }, shows: offline.title },
  empty: { path, replies: listed([]), shows: empty },
  rows: { path, replies: listed(rows), shows: rows[0]?.name ?? '' },
  'no-match': {
    path,
    replies: listed(rows),
    act: async (/** @type {Page} */ page) => page.getByRole('searchbox', { name: `Search ${many}` }).fill('mixpanel'),
    shows: `No ${one} matches`,
  },
  'uses-unread': {
    path,
    replies: {
      ...frame,
      list_resources: { rows: rows.map(({ uses: _, ...rest }) => rest), usesProblem: broken, readAt: NOW - 12_000 },
    },
    shows: broken.title,
  },
});

/** @type {Record<string, Scene>} */
export const datasets = {
  ...lists('/datasets', datasetRows, { many: 'datasets', one: 'dataset', empty: 'No datasets yet' }),
  many: {
    path: '/datasets',
    replies: listed(
      Array.from({ length: 10_000 }, (_, index) => ({
        .../** @type {ResourceRow} */ (datasetRows[0]),
        id: `many-${index}`,
        name: `Shop ${String(index + 1).padStart(5, '0')}`,
      })),
    ),
    act: (page) => page.getByRole('region', { name: 'Datasets' }).evaluate((list) => list.scrollTo(0, list.scrollHeight)),
    shows: 'Shop 10000',
  },
  offline: {
    path: '/datasets',
    replies: { ...listed(datasetRows), get_app_state: { ...atHome, session: { ...signedIn, offline: true } } },
    shows: 'NPS answers',
  },
};

/** @type {Record<string, Scene>} */
export const sourceConnections = lists('/source-connections', sourceRows, {
  many: 'source connections',
  one: 'source connection',
  empty: 'No source connections yet',
});

/** @type {Record<string, Scene>} */
export const targetConnections = lists('/target-connections', targetRows, {
  many: 'target connections',
  one: 'target connection',
  empty: 'No target connections yet',
});

/** @type {Record<string, Scene>} */
export const mappings = lists('/mappings', mappingRows, { many: 'mappings', one: 'mapping', empty: 'No mappings yet' });

/** @param {ResourceDetail} resource @returns {Replies} */
const shown = (resource) => ({ ...frame, get_resource: resource });

/** @param {string} noun @returns {(page: Page) => Promise<void>} */
const edit = (noun) => async (page) => {
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: `Name of the ${noun}` }).fill('Answers of the autumn');
};

/** @param {string} noun @returns {(page: Page) => Promise<void>} */
const save = (noun) => async (page) => {
  await edit(noun)(page);
  await page.getByRole('button', { name: `Save ${noun}` }).click();
};

/** @param {string} noun @param {boolean} [sure] @returns {(page: Page) => Promise<void>} */
const remove = (noun, sure = false) => async (page) => {
  await page.getByRole('button', { name: `Delete ${noun}` }).click();
  if (sure) await page.getByRole('dialog').getByRole('button', { name: `Delete ${noun}` }).click();
};

/** @param {Page} page */
const raw = (page) => page.getByRole('button', { name: 'As Adobe shows it (JSON)' }).click();

const json = {
  text: JSON.stringify(
    { name: 'NPS answers', schemaRef: { id: 'https://ns.adobe.com/acme/schemas/1', contentType: 'application/vnd.adobe.xed-full+json;version=1' }, enableErrorDiagnostics: true },
    null,
    2,
  ),
};

/** @type {AppError} */
const taken = {
  code: 'validation',
  title: '1 thing needs a change before this can go on',
  hint: '',
  owner: 'you',
  action: 'edit_fields',
  fields: [{ field: 'name', message: 'Adobe does not accept this: the name is too long' }],
};

const path = `/datasets/${usedDataset.row.id}`;
const unusedPath = `/datasets/${unusedDataset.row.id}`;

/** @type {Record<string, Scene>} */
export const dataset = {
  loading: { path, replies: { ...frame, get_resource: held }, shows: 'Reading the dataset…' },
  trouble: { path, replies: { ...frame, get_resource: refuse(offline) }, shows: offline.title },
  'in-use': { path, replies: shown(usedDataset), shows: 'NPS answers, EMEA' },
  unused: { path: unusedPath, replies: shown(unusedDataset), shows: 'Trial in spring (target)' },
  'uses-unread': {
    path,
    replies: shown((({ usedBy: _, ...rest }) => ({ ...rest, usesProblem: broken }))(usedDataset)),
    shows: broken.title,
  },
  raw: { path, replies: { ...shown(usedDataset), get_resource_json: json }, act: raw, shows: /enableErrorDiagnostics/ },
  'raw-trouble': { path, replies: { ...shown(usedDataset), get_resource_json: refuse(broken) }, act: raw, shows: broken.title },
  edit: { path, replies: shown(usedDataset), act: edit('dataset'), shows: 'Save dataset' },
  'edit-returned': {
    path,
    replies: {
      ...shown(usedDataset),
      get_draft: { values: { base: usedDataset.words, ours: { ...usedDataset.words, name: 'Answers of the autumn' } }, savedAt: NOW },
    },
    shows: /^Your draft from/,
  },
  'edit-problem': {
    path,
    replies: { ...shown(usedDataset), update_resource: refuse(taken) },
    act: save('dataset'),
    shows: /the name is too long/,
  },
  conflict: { path, replies: { ...shown(usedDataset), update_resource: changed }, act: save('dataset'), shows: 'Someone else changed this' },
  'leave-asked': {
    path,
    replies: shown(usedDataset),
    act: async (page) => {
      await edit('dataset')(page);
      await page.getByRole('link', { name: 'Dataflows' }).click();
    },
    shows: 'Leave without saving?',
  },
  'delete-asked': { path: unusedPath, replies: shown(unusedDataset), act: remove('dataset'), shows: 'Keep it' },
  'delete-production': {
    path: unusedPath,
    replies: { ...shown(unusedDataset), get_app_state: { ...atHome, session: { ...signedIn, sandbox: production } } },
    act: remove('dataset'),
    shows: /This is production/,
  },
  'delete-kept': { path, replies: shown(usedDataset), act: remove('dataset'), shows: 'NPS answers is kept' },
  'delete-trouble': {
    path: unusedPath,
    replies: { ...shown(unusedDataset), delete_resource: refuse(broken) },
    act: remove('dataset', true),
    shows: broken.title,
  },
};

/** @type {Record<string, Scene>} */
export const sourceConnection = {
  'in-use': { path: '/source-connections/s-2', replies: shown(usedSource), shows: 'PathFactory content' },
  unused: { path: '/source-connections/s-3', replies: shown(unusedSource), shows: 'None needed' },
  edit: { path: '/source-connections/s-3', replies: shown(unusedSource), act: edit('source connection'), shows: 'Save source connection' },
  'delete-refused': {
    path: '/source-connections/s-3',
    replies: { ...shown(unusedSource), delete_resource: { kind: 'in_use', usedBy: flows } },
    act: remove('source connection', true),
    shows: /is kept/,
  },
};

/** @type {Record<string, Scene>} */
export const targetConnection = {
  'in-use': { path: '/target-connections/t-2', replies: shown(usedTarget), shows: 'NPS answers (target)' },
  unused: { path: '/target-connections/t-3', replies: shown(unusedTarget), shows: 'Trial in spring (target)' },
  edit: { path: '/target-connections/t-3', replies: shown(unusedTarget), act: edit('target connection'), shows: 'Save target connection' },
  'delete-asked': { path: '/target-connections/t-3', replies: shown(unusedTarget), act: remove('target connection'), shows: 'Keep it' },
};

/** @type {Record<string, Scene>} */
export const mapping = {
  'in-use': { path: `/mappings/${usedMapping.row.id}`, replies: shown(usedMapping), shows: '_acme.pendo.rating' },
  unused: { path: `/mappings/${unusedMapping.row.id}`, replies: shown(unusedMapping), shows: 'No dataflow.' },
  'delete-not-offered': {
    path: `/mappings/${unusedMapping.row.id}`,
    replies: {
      ...shown(unusedMapping),
      delete_resource: {
        kind: 'not_offered',
        hint: 'Adobe does not delete mappings here. One that no dataflow uses does nothing and costs nothing, so it can stay.',
      },
    },
    act: remove('mapping', true),
    shows: /does nothing and costs nothing/,
  },
};
