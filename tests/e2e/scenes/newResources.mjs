// The forms for a new dataset, source connection and target connection.
import { held, refuse } from '../support/pose.mjs';
import { atHome, broken, NOW, signedIn } from './people.mjs';
import { guides as sourceGuides } from './setups.mjs';

/** @typedef {import('../../../ui/src/api/bindings/AppError').AppError} AppError */
/** @typedef {import('./index.mjs').Scene} Scene */
/** @typedef {import('playwright-core').Page} Page */

const schemas = [
  { id: 'https://ns.adobe.com/acme/schemas/1', title: 'NPS answers' },
  { id: 'https://ns.adobe.com/acme/schemas/2', title: 'Guides on the marketing site' },
];
const datasets = [
  { id: 'd-1', name: 'NPS answers', schemaId: 'https://ns.adobe.com/acme/schemas/1' },
  { id: 'd-2', name: 'Guides on the marketing site', schemaId: 'https://ns.adobe.com/acme/schemas/2' },
];

/** @type {import('../support/pose.mjs').Replies} */
const replies = {
  get_app_state: atHome,
  list_profiles: [],
  list_schemas: schemas,
  list_datasets: datasets,
  list_sources: sourceGuides,
};

/** @param {string} label @param {string} name @returns {(page: Page) => Promise<void>} */
const choose = (label, name) => async (page) => {
  await page.getByRole('combobox', { name: label }).fill(name.slice(0, 4));
  await page.getByRole('option', { name }).click();
};

/** @param {string} field @param {string} message @returns {AppError} */
const invalid = (field, message) => ({
  code: 'validation',
  title: '1 thing needs a change before this can go on',
  hint: '',
  owner: 'you',
  action: 'edit_fields',
  fields: [{ field, message }],
});

const path = '/datasets/new';
const guides = choose('Schema', 'Guides on the marketing site');

/** @param {Page} page */
const another = async (page) => {
  await guides(page);
  await page.getByRole('textbox', { name: 'Name of the dataset' }).fill('Guides, second half');
};

/** @param {Page} page */
const create = async (page) => {
  await another(page);
  await page.getByRole('button', { name: 'Create dataset' }).click();
};

/** @type {Record<string, Scene>} */
export const newDataset = {
  loading: { path, replies: { ...replies, get_draft: held }, shows: 'Reading the draft…' },
  'empty-form': { path, replies, shows: 'Choose a schema first' },
  'nothing-to-pick': { path, replies: { ...replies, list_schemas: [] }, shows: /There is no schema of events here yet/ },
  picked: {
    path,
    replies,
    act: async (page) => {
      await another(page);
      await page.getByRole('button', { name: 'Add tag' }).click();
      await page.getByRole('textbox', { name: 'Name of tag 1' }).fill('team');
      await page.getByRole('textbox', { name: 'Values of tag 1' }).fill('web, shop');
    },
    shows: 'Keep error diagnostics',
  },
  draft: {
    path,
    replies: {
      ...replies,
      get_draft: {
        values: { name: 'Autumn survey', description: 'For the research team', picked: schemas[0]?.id, errorDiagnostics: false, tags: [{ key: 'team', values: ['research'], fixed: false }] },
        savedAt: NOW,
      },
    },
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Name of the dataset' }).waitFor();
    },
    shows: 'For the research team',
  },
  'name-taken': { path, replies, act: guides, shows: /exists already/ },
  refused: {
    path,
    replies: { ...replies, create_dataset: refuse(invalid('name', 'Adobe does not accept this: the name is too long')) },
    act: create,
    shows: /the name is too long/,
  },
  trouble: { path, replies: { ...replies, create_dataset: refuse(broken) }, act: create, shows: broken.title },
  'leave-asked': {
    path,
    replies,
    act: async (page) => {
      await another(page);
      await page.getByRole('link', { name: 'Dataflows' }).click();
    },
    shows: 'Leave without saving?',
  },
  offline: {
    path,
    replies: { ...replies, get_app_state: { ...atHome, session: { ...signedIn, offline: true } } },
    shows: /nothing can be changed until/,
  },
};

const target = '/target-connections/new';
const nps = choose('Dataset', 'NPS answers');

/** @type {Record<string, Scene>} */
export const newTargetConnection = {
  picked: { path: target, replies, act: nps, shows: 'Where the records go. Its schema comes with it.' },
  refused: {
    path: target,
    replies: { ...replies, create_target_connection: refuse(invalid('datasetId', 'This dataset is not there any more. Choose another.')) },
    act: async (page) => {
      await nps(page);
      await page.getByRole('button', { name: 'Create target connection' }).click();
    },
    shows: 'This dataset is not there any more. Choose another.',
  },
};

const source = '/source-connections/new';
const customerIo = choose('Source', 'Customer.io');

/** @type {Record<string, Scene>} */
export const newSourceConnection = {
  picked: { path: source, replies, act: customerIo, shows: /no account is needed/ },
  refused: {
    path: source,
    replies: {
      ...replies,
      create_source_connection: refuse(
        invalid('sourceId', 'Your organisation is not offered this source. Your administrator can ask Adobe for it.'),
      ),
    },
    act: async (page) => {
      await customerIo(page);
      await page.getByRole('button', { name: 'Create source connection' }).click();
    },
    shows: /Your organisation is not offered this source/,
  },
};
