// The mapping of a dataflow that takes events, in the workbench.
import { held, refuse } from '../support/pose.mjs';
import { detail, list } from './flows.mjs';
import { atHome, broken } from './people.mjs';
import { guides, lines, preview, sample, targetFields, wrong } from './setups.mjs';

/** @typedef {import('playwright-core').Page} Page */

const path = `/dataflows/${detail.row.id}/mapping`;

/** @type {import('../../../ui/src/api/bindings/MappingForm').MappingForm} */
const form = {
  flowName: detail.row.name,
  source: 'pendo',
  mapping: { id: 'm1', version: 3 },
  destination: { kind: 'existing_dataset', datasetId: 'd1' },
  lines,
  leftOut: 0,
};

/** @type {import('../../../ui/src/api/bindings/MappingFunction').MappingFunction[]} */
const functions = [
  { name: 'concat', group: 'String', syntax: 'concat(STRING_1, STRING_2)', about: 'Joins texts.', example: 'concat("Hi, ", "there", "!") gives "Hi, there!"' },
  { name: 'coalesce', group: 'Array', syntax: 'coalesce(first, second, …)', about: 'The first that is not null.', example: '' },
  { name: 'contains_key', group: 'Object', syntax: 'contains_key(INPUT)', about: 'Whether the field is there.', example: '' },
];

/** @type {import('../support/pose.mjs').Replies} */
const replies = {
  get_app_state: atHome,
  list_profiles: [],
  get_mapping_form: form,
  list_sources: guides,
  get_target_fields: { fields: targetFields, suggestedLines: lines },
  read_sample: sample,
  preview_mapping: preview,
  list_flows: list,
  list_functions: functions,
  check_expression: ({ text }) =>
    text.startsWith('to_string')
      ? { valid: false, message: 'Experience Platform says: the function to_string is not known' }
      : { valid: true, message: '' },
};

/** A sample of 5,000 fields. @type {import('../../../ui/src/api/bindings/Sample').Sample} */
const large = {
  fields: Array.from({ length: 5_000 }, (_, index) => ({ path: `field_${index + 1}`, key: `field_${index + 1}`, depth: 0, kind: 'text', preview: `value ${index + 1}` })),
  warnings: [],
};

/** @param {string} text @returns {(page: Page) => Promise<void>} */
const write = (text) => async (page) => {
  await page.locator('[data-row]').last().click();
  await page.getByRole('button', { name: /How/ }).click();
  await page.getByRole('option', { name: 'Expression' }).click();
  await page.getByRole('textbox', { name: 'Expression' }).fill(text);
};

/** @param {Page} page */
const openMenu = (page) => page.getByRole('button', { name: 'More for all field mappings' }).click();

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

/** @type {Record<string, import('./index.mjs').Scene>} */
export const editMapping = {
  reading: { path, replies: { ...replies, get_mapping_form: held }, shows: 'Reading the field mappings…' },
  trouble: { path, replies: { ...replies, get_mapping_form: refuse(broken) }, shows: broken.title },
  unchanged: { path, replies, shows: 'Change a field mapping to save' },
  changed: { path, replies, act: change, shows: 'In force for events from then on' },
  menu: { path, replies, act: openMenu, shows: 'Copy from another dataflow…' },
  suggest: {
    path,
    replies: {
      ...replies,
      get_target_fields: {
        fields: targetFields,
        suggestedLines: [
          { source: { kind: 'field', path: 'properties.npsScore' }, target: '_northwind.pendo.poll.score' },
          { source: { kind: 'milliseconds_to_date', path: 'properties.guideProperties.createdAt' }, target: '_northwind.pendo.guide.createdAt' },
        ],
      },
    },
    act: async (page) => {
      await openMenu(page);
      await page.getByRole('menuitem', { name: 'Suggest field mappings…' }).click();
    },
    shows: 'Add 2 field mappings',
  },
  copy: {
    path,
    replies,
    act: async (page) => {
      await openMenu(page);
      await page.getByRole('menuitem', { name: 'Copy from another dataflow…' }).click();
    },
    shows: 'Copy field mappings',
  },
  expression: { path, replies, act: write('concat(app.name, co'), shows: 'coalesce(first, second, …)' },
  'expression-wrong': { path, replies, act: write('to_string(event)'), shows: 'the function to_string is not known' },
  'many-fields': { path, replies: { ...replies, read_sample: large }, shows: 'field_12' },
  errors: { path, replies: { ...replies, preview_mapping: wrong }, act: change, shows: /^Solve \d+ errors? to save$/ },
  conflict: {
    path,
    replies: {
      ...replies,
      save_mapping: {
        kind: 'conflict',
        clashes: ['mapping'],
        merged: [],
        theirs: { values: { name: form.flowName, description: '', mapping: { id: 'm1', version: 4 } }, hasBegun: false, updatedBy: 'M. Keller' },
      },
    },
    act: save,
    shows: 'Someone else changed the mapping meanwhile',
  },
  refused: { path, replies: { ...replies, save_mapping: refuse(broken) }, act: save, shows: broken.title },
  'left-out': { path, replies: { ...replies, get_mapping_form: { ...form, leftOut: 2 } }, shows: /Inlet cannot write 2 field mappings/ },
  'leave-asked': {
    path,
    replies,
    act: async (page) => {
      await change(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
    },
    shows: 'Leave without saving?',
  },
};
