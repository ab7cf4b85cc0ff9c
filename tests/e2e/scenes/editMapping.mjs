// The mapping of a dataflow that takes events, in the workbench.
import { held, refuse } from '../support/pose.mjs';
import { detail, list } from './flows.mjs';
import { atHome, broken, NOW } from './people.mjs';
import { guides, lines, preview, sample, targetFields, warned, wrong } from './setups.mjs';

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
  events: ['1. event'],
  warnings: [],
};

/** Who a record is about is a field of this schema. */
const identified = targetFields.map((field) =>
  field.path.endsWith('.visitorId') ? { ...field, required: true, identity: /** @type {const} */ ('primary') } : field,
);

/** @type {import('../../../ui/src/api/bindings/Sample').Sample} */
const several = {
  events: ['1. guideDisplayed', '2. pollSubmitted', '3. event'],
  fields: [
    ...sample.fields.map((field) =>
      field.path === 'visitorId' ? { ...field, otherKinds: [/** @type {const} */ ('integer')] } : field,
    ),
    { path: 'properties.npsScore', key: 'npsScore', depth: 1, kind: 'integer', preview: '9', absent: true },
  ],
  warnings: ['1 of 4 items are no events and are left out.'],
};

/** @param {Page} page */
const openSchema = (page) => page.getByRole('tab', { name: 'Schema' }).click();

/**
 * A draft of a mapping that was changed from a version.
 * @param {{ id: string, version: number }} original
 * @param {{ kind: string, id?: string, text?: string, event?: number }} [sample]
 */
const draftFrom = (original, sample = { kind: 'example', id: '' }) => ({ values: { original, lines: lines.slice(0, -1), sample }, savedAt: NOW });

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
  paths: {
    path,
    replies,
    act: async (page) => {
      await page.locator('[data-row]').nth(4).click();
      await page.getByRole('combobox', { name: 'From the event' }).fill('app');
      await page.keyboard.press('ArrowDown');
    },
    shows: 'Northwind Portal',
  },
  schema: { path, replies: { ...replies, get_target_fields: { fields: identified, suggestedLines: lines } }, act: openSchema, shows: 'Primary identity' },
  picking: {
    path,
    replies,
    act: async (page) => {
      await page.getByRole('tree', { name: 'Fields of the sample event' }).focus();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.keyboard.press('End');
    },
    shows: 'Where does properties.guideId go?',
  },
  'several-events': {
    path,
    replies: { ...replies, read_sample: several, get_draft: draftFrom(form.mapping, { kind: 'own', text: '[]', event: 0 }) },
    shows: 'fields of 3 events',
  },
  dates: {
    path,
    replies: {
      ...replies,
      get_mapping_form: { ...form, lines: lines.map((line) => (line.target === 'timestamp' ? { ...line, source: { kind: 'field', path: 'timestamp' } } : line)) },
      preview_mapping: {
        ...preview,
        lines: preview.lines.map((verdict, index) =>
          index === 1
            ? { state: 'error', message: 'A number is not a date yet. Choose “seconds to date”.', repair: { kind: 'seconds_to_date', path: 'timestamp' } }
            : verdict,
        ),
        summary: { ...preview.summary, requiredFilled: 1, errors: 1 },
      },
    },
    act: (page) => page.locator('[data-row]').nth(1).click(),
    shows: 'Jan 21, 1970, 18:04 UTC',
  },
  empties: { path, replies: { ...replies, preview_mapping: warned }, act: change, shows: 'Stays empty' },
  'identity-missing': {
    path,
    replies: {
      ...replies,
      get_target_fields: { fields: identified, suggestedLines: lines },
      get_mapping_form: { ...form, lines: lines.filter(({ target }) => !target.endsWith('.visitorId')) },
      preview_mapping: {
        ...preview,
        problems: ['Nothing fills “_northwind.pendo.visitorId”. Experience Platform refuses a record without it.'],
        summary: {
          ...preview.summary,
          requiredFilled: 2,
          required: 3,
          identity: { path: '_northwind.pendo.visitorId', primary: true, mapped: false },
          errors: 1,
        },
      },
    },
    act: openSchema,
    shows: 'Solve 1 error to save',
  },
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
  'draft-returned': {
    path,
    replies: { ...replies, get_draft: draftFrom(form.mapping) },
    shows: 'Your draft from 14:02 is back.',
  },
  'draft-older': {
    path,
    replies: { ...replies, get_draft: draftFrom({ id: 'm1', version: 2 }) },
    shows: /Someone changed the mapping since/,
  },
  'draft-unsaved': {
    path,
    replies: { ...replies, save_draft: refuse(broken) },
    act: change,
    shows: 'Draft not saved',
  },
  'leave-loses': {
    path,
    replies: { ...replies, save_draft: refuse(broken) },
    act: async (page) => {
      await change(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
    },
    shows: /It cannot be kept on this computer: leaving loses it\./,
  },
};
