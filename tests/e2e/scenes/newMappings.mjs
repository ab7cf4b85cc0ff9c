// A mapping apart from a dataflow: the form for a new one, and the form for its field mappings.
import { held, refuse } from '../support/pose.mjs';
import { atHome, broken, NOW, signedIn } from './people.mjs';
import { guides, lines, preview, sample, targetFields } from './setups.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./index.mjs').Scene} Scene */

const schemas = [
  { id: 'https://ns.adobe.com/acme/schemas/1', title: 'NPS answers' },
  { id: 'https://ns.adobe.com/acme/schemas/2', title: 'Guides on the marketing site' },
];

/** @type {import('../support/pose.mjs').Replies} */
const replies = {
  get_app_state: atHome,
  list_profiles: [],
  list_schemas: schemas,
  list_sources: guides,
  get_target_fields: { fields: targetFields, suggestedLines: lines },
  read_sample: sample,
  preview_mapping: preview,
  list_functions: [],
  check_expression: { valid: true, message: '' },
};

const path = '/mappings/new';

/** @param {Page} page */
const pick = async (page) => {
  await page.getByRole('combobox', { name: 'Schema' }).fill('NPS');
  await page.getByRole('option', { name: 'NPS answers' }).click();
};

/** @param {Page} page */
const work = async (page) => {
  await pick(page);
  await page.getByRole('button', { name: 'Continue to field mappings' }).click();
  await page.getByText('Live', { exact: true }).waitFor();
};

/** @type {Record<string, Scene>} */
export const newMapping = {
  loading: { path, replies: { ...replies, get_draft: held }, shows: 'Reading your draft…' },
  'nothing-to-pick': { path, replies: { ...replies, list_schemas: [] }, shows: /There is no schema of events here yet/ },
  start: { path, replies, shows: 'Choose a schema first' },
  picked: { path, replies, act: pick, shows: /Its examples are there/ },
  lines: { path, replies, act: work, shows: 'Into NPS answers. What fits by name is suggested; add and change what you like.' },
  refused: {
    path,
    replies: { ...replies, create_mapping: refuse(broken) },
    act: async (page) => {
      await work(page);
      await page.getByRole('button', { name: 'Create mapping' }).click();
    },
    shows: broken.title,
  },
  draft: {
    path,
    replies: {
      ...replies,
      get_draft: { values: { schemaId: schemas[1]?.id, source: 'pendo', sample: { kind: 'example', id: '' } }, savedAt: NOW },
    },
    shows: /Your draft from/,
  },
  'leave-asked': {
    path,
    replies,
    act: async (page) => {
      await work(page);
      await page.getByRole('button', { name: /^Close New mapping/ }).click();
    },
    shows: 'Leave without saving?',
  },
  offline: {
    path,
    replies: { ...replies, get_app_state: { ...atHome, session: { ...signedIn, offline: true } } },
    act: work,
    shows: /nothing can be changed until/,
  },
};

const editPath = '/mappings/m-1/edit';

/** @type {import('../../../ui/src/api/bindings/MappingSetForm').MappingSetForm} */
const form = { schemaId: schemas[0]?.id ?? '', source: 'pendo', version: 2, lines, leftOut: 0 };

/** @type {import('../support/pose.mjs').Replies} */
const editing = { ...replies, get_mapping_set_form: form };

/** @param {Page} page */
const change = async (page) => {
  await page.locator('[data-row]').last().click();
  await page.getByRole('button', { name: 'Remove field mapping' }).click();
  await page.getByText('Live', { exact: true }).waitFor();
};

/** @param {Page} page */
const save = async (page) => {
  await change(page);
  await page.getByRole('button', { name: 'Save mapping' }).click();
};

/** @type {Record<string, Scene>} */
export const editMappingSet = {
  reading: { path: editPath, replies: { ...editing, get_mapping_set_form: held }, shows: 'Reading the field mappings…' },
  trouble: { path: editPath, replies: { ...editing, get_mapping_set_form: refuse(broken) }, shows: broken.title },
  unchanged: { path: editPath, replies: editing, shows: 'Change a field mapping to save' },
  changed: { path: editPath, replies: editing, act: change, shows: 'It does nothing until a dataflow uses it' },
  draft: {
    path: editPath,
    replies: {
      ...editing,
      get_draft: {
        values: { original: { id: 'm-1', version: 2 }, lines: lines.slice(0, -1), sample: { kind: 'example', id: '' } },
        savedAt: NOW,
      },
    },
    shows: /Your draft from/,
  },
  conflict: {
    path: editPath,
    replies: { ...editing, save_mapping_set: { kind: 'changed', version: 3 } },
    act: save,
    shows: 'Someone else changed the mapping meanwhile',
  },
  'in-use': {
    path: editPath,
    replies: { ...editing, save_mapping_set: { kind: 'in_use', usedBy: [{ kind: 'dataflow', id: 'f-1', name: 'NPS answers' }] } },
    act: save,
    shows: '“NPS answers” uses this mapping now',
  },
  'left-out': { path: editPath, replies: { ...editing, get_mapping_set_form: { ...form, leftOut: 2 } }, shows: /Inlet cannot write 2 field mappings/ },
};
