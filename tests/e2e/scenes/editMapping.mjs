// The mapping of a dataflow that takes events, in the workbench.
import { held, refuse } from '../support/pose.mjs';
import { detail } from './flows.mjs';
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

/** @type {import('../support/pose.mjs').Replies} */
const replies = {
  get_app_state: atHome,
  list_profiles: [],
  get_mapping_form: form,
  list_sources: guides,
  get_target_fields: { fields: targetFields, suggestedLines: lines },
  read_sample: sample,
  preview_mapping: preview,
};

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
