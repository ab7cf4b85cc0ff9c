import { held, refuse } from '../support/pose.mjs';
import { atHome, broken, NOW, offline, practising, production, signedIn, unreached } from './people.mjs';
import { chatlioDefaults, check, defaults, form, guides, preview, problems, recipePlace, sample, warned, wrong } from './setups.mjs';

/** @typedef {import('playwright-core').Page} Page */

const path = '/dataflows/new';

/** @type {import('../support/pose.mjs').Replies} */
const replies = {
  get_app_state: atHome,
  get_setup_defaults: ({ source }) => (source === 'chatlio' ? chatlioDefaults : defaults),
  list_sources: guides,
  read_sample: sample,
  preview_mapping: preview,
  check_setup: check,
  list_schemas: [
    { id: 'https://ns.adobe.com/northwind/schemas/1', title: 'Pendo event' },
    { id: 'https://ns.adobe.com/northwind/schemas/2', title: 'Web event' },
  ],
  list_datasets: [{ id: '6a1f', name: 'Pendo NPS events', schemaId: 'https://ns.adobe.com/northwind/schemas/1' }],
};

/** Values of the wizard itself, as it saves them. */
const draft = {
  name: form.name,
  description: 'Answers to the autumn survey',
  source: 'pendo',
  destinationKind: 'starter',
  datasetName: 'Pendo NPS events',
  schemaId: null,
  datasetId: null,
  lines: {},
  sample: { kind: 'example', id: 'guide_displayed' },
};

/** @param {string} step */
const at = (step) => `${path}?step=${step}`;

/** @param {string} step */
const replaceAt = (step) => `${path}?step=${step}&replace=f-old`;

/** @type {import('../support/pose.mjs').Replies} */
const replacing = {
  ...replies,
  get_replacement_form: {
    old: { id: 'f-old', name: form.name },
    form: { ...form, name: `${form.name} (new)`, destination: { kind: 'existing_dataset', datasetId: '6a1f' } },
    leftOut: 1,
  },
  get_target_fields: { fields: defaults.starterFields, suggestedLines: defaults.starterLines },
};

/** @param {string} name @returns {(page: Page) => Promise<void>} */
const choose = (name) => (page) => page.getByText(name).click();

/** @param {Page} page */
const openOwnSample = (page) => page.getByRole('button', { name: 'Use my own sample' }).click();

const recipeNames = `The dataflow is called “${form.name} 2” here, because “${form.name}” is taken.`;

/** @type {import('../../../ui/src/api/bindings/RecipeRead').RecipeRead} */
const recipeRead = {
  name: form.name,
  source: 'Pendo',
  newSchema: {
    form: { ...form, name: `${form.name} 2` },
    differences: [
      {
        grave: true,
        text: 'The schema made here has no field for 1 field mapping: web.webPageDetails.URL. Choose a schema that has it, or remove the line.',
      },
      ...recipePlace.leftOut.map((text) => ({ grave: false, text })),
      {
        grave: false,
        text: '_northwind.pendo.visitor.id is marked as primary identity (Pendo visitor), as in the recipe. An event in which it is empty is not ingested.',
      },
      {
        grave: false,
        text: 'Adobe’s ready-made fields are part of the schema made here: “Environment Details”.',
      },
      { grave: false, text: 'The dataset gets the tags of the recipe (team: web, research).' },
      { grave: false, text: 'This organisation’s own fields stand below “_northwind”; the mapping is moved there.' },
      {
        grave: false,
        text: 'Another schema named “Pendo event” is here already: it lacks _northwind.pendo.rating, or has it with another type; not the same fields are identities. It stays as it is, and a new one is made beside it.',
      },
      { grave: false, text: recipeNames },
    ],
  },
  sameSchemas: [],
};

/** @type {import('../../../ui/src/api/bindings/RecipeRead').RecipeRead} */
const recipeSame = {
  ...recipeRead,
  sameSchemas: [
    sameSchema('Pendo event', 's', []),
    sameSchema('Pendo event (EMEA)', 's2', [
      'The recipe’s schema is called “Pendo event”; here it is “Pendo event (EMEA)”.',
    ]),
  ],
};

/** @param {string} title @param {string} schemaId @param {string[]} told */
function sameSchema(title, schemaId, told) {
  return {
    title,
    way: {
      form: {
        ...form,
        name: `${form.name} 2`,
        destination: { kind: /** @type {const} */ ('existing_schema'), schemaId, datasetName: 'Pendo NPS events' },
      },
      differences: [...told, recipeNames].map((text) => ({ grave: false, text })),
    },
  };
}

/** @param {Page} page */
const openRecipe = (page) => page.getByRole('button', { name: 'Start from a recipe' }).click();

/** @param {Page} page @param {string} text */
const pasteRecipe = async (page, text) => {
  await openRecipe(page);
  await page.getByLabel('The recipe').fill(text);
};

/** @type {Record<string, import('./index.mjs').Scene>} */
export const newDataflow = {
  opening: { path, replies: { ...replies, get_setup_defaults: held }, shows: 'Checking which names are free…' },
  trouble: { path, replies: { ...replies, get_setup_defaults: refuse(offline) }, shows: offline.title },
  source: { path, replies, shows: 'Pendo needs no account here' },
  'another-source': {
    path,
    replies,
    act: (page) => page.getByRole('radio', { name: /^Chatlio/ }).click({ force: true }),
    shows: 'Chatlio needs no account here',
  },
  'source-not-offered': {
    path,
    replies: { ...replies, get_setup_defaults: { ...defaults, offered: ['chatlio', 'shopify'] } },
    shows: 'Adobe does not offer Pendo to your organisation',
  },
  'source-trouble': {
    path,
    replies: { ...replies, get_setup_defaults: ({ source }) => (source === 'chatlio' ? refuse(offline) : defaults) },
    act: (page) => page.getByRole('radio', { name: /^Chatlio/ }).click({ force: true }),
    shows: offline.title,
  },
  recipe: { path, replies, act: openRecipe, shows: /Drop the .inlet.json file here/ },
  'recipe-read': {
    path,
    replies: { ...replies, read_recipe: recipeRead },
    act: (page) => pasteRecipe(page, '{}'),
    shows: 'What to know:',
  },
  'recipe-same-schema': {
    path,
    replies: { ...replies, read_recipe: recipeSame },
    act: (page) => pasteRecipe(page, '{}'),
    shows: /which is here and has the same fields and identities/,
  },
  'recipe-refused': {
    path,
    replies: {
      ...replies,
      read_recipe: refuse({
        code: 'validation',
        title: 'Check what is marked',
        hint: '',
        owner: 'you',
        action: 'edit_fields',
        fields: [
          {
            field: 'text',
            message: 'A newer Inlet made this recipe (version 3; this one reads 2). Update Inlet, and open it again.',
          },
        ],
      }),
    },
    act: (page) => pasteRecipe(page, '{}'),
    shows: /A newer Inlet made this recipe/,
  },
  'recipe-too-large': {
    path,
    replies,
    act: (page) => pasteRecipe(page, 'x'.repeat(2_400_000)),
    shows: 'This is 2.4 MB. A recipe has 1 MB at most, so nothing was read.',
  },
  practice: { path, replies: { ...replies, get_app_state: { ...atHome, session: practising } }, shows: 'Practice mode.' },
  'draft-returned': {
    path,
    replies: { ...replies, get_draft: { values: draft, savedAt: NOW } },
    shows: 'Your draft from 14:02 is back.',
  },
  'draft-lost': {
    path: at('destination'),
    replies: { ...replies, save_draft: refuse(broken) },
    act: async (page) => {
      await choose('Use a dataset that exists')(page);
      await page.getByText('Draft not saved').waitFor();
      await page.getByRole('button', { name: 'Close New dataflow' }).click();
    },
    shows: /It cannot be kept on this computer: leaving loses it\./,
  },
  replace: { path: replaceAt('source'), replies: replacing, shows: `This replaces ${form.name}.` },
  'replace-destination': { path: replaceAt('destination'), replies: replacing, shows: 'Events join what is already in that dataset.' },
  'replace-review': { path: replaceAt('review'), replies: replacing, shows: 'Source connection' },
  'replace-refused': {
    path: replaceAt('source'),
    replies: { ...replacing, get_replacement_form: refuse(offline) },
    shows: offline.title,
  },
  'name-taken': {
    path: at('review'),
    replies: { ...replies, check_setup: problems },
    act: (page) => page.getByRole('button', { name: 'Go to the name' }).click(),
    shows: 'Another dataflow in this sandbox has this name. Choose another.',
  },
  destination: { path: at('destination'), replies, shows: 'Make a new place' },
  'destination-recipe': {
    path: at('destination'),
    replies: { ...replies, get_draft: { values: { ...draft, destinationKind: 'shape', shape: recipePlace }, savedAt: NOW } },
    shows: 'Make the place of the recipe',
  },
  'destination-schema': {
    path: at('destination'),
    replies,
    act: async (page) => {
      await choose('Use a schema that exists')(page);
      await page.getByRole('combobox', { name: /^Schema/ }).fill('web');
      await page.getByRole('option', { name: 'Web event' }).click();
      await page.getByRole('button', { name: 'Continue to mapping', disabled: false }).waitFor();
    },
    shows: 'Name of the dataset',
  },
  'destination-none': {
    path: at('destination'),
    replies: { ...replies, list_datasets: [] },
    act: choose('Use a dataset that exists'),
    shows: /This sandbox has no dataset for events yet/,
  },
  'destination-trouble': {
    path: at('destination'),
    replies: { ...replies, list_datasets: refuse(broken) },
    act: choose('Use a dataset that exists'),
    shows: broken.title,
  },
  mapping: { path: at('mapping'), replies, shows: 'Fits the schema' },
  'mapping-line-open': {
    path: at('mapping'),
    replies,
    act: (page) => page.locator('[data-row]').nth(4).click(),
    shows: 'Remove field mapping',
  },
  'mapping-warning': { path: at('mapping'), replies: { ...replies, preview_mapping: warned }, shows: '1 field stays empty for this sample; that does not stop you' },
  'mapping-errors': { path: at('mapping'), replies: { ...replies, preview_mapping: wrong }, shows: 'Solve 2 errors to continue' },
  'mapping-trouble': { path: at('mapping'), replies: { ...replies, preview_mapping: refuse(broken) }, shows: broken.title },
  'own-sample': { path: at('mapping'), replies, act: openOwnSample, shows: 'Paste them here, or drop a file.' },
  'own-sample-refused': {
    path: at('mapping'),
    replies: {
      ...replies,
      read_sample: ({ text }) =>
        text === 'not JSON'
          ? refuse({
              code: 'validation',
              title: 'This is not JSON.',
              hint: 'It goes wrong in line 1. Paste one whole event, from { to }.',
              owner: 'you',
              action: 'edit_fields',
              fields: [],
            })
          : sample,
    },
    act: async (page) => {
      await openOwnSample(page);
      await page.getByLabel('The events, as JSON').fill('not JSON');
      await page.getByRole('button', { name: 'Use this sample' }).click();
    },
    shows: /This is not JSON/,
  },
  'review-checking': { path: at('review'), replies: { ...replies, check_setup: held }, shows: /Checking names, permissions/ },
  review: { path: at('review'), replies, shows: 'Source connection' },
  'review-problems': { path: at('review'), replies: { ...replies, check_setup: problems }, shows: '3 things to solve first' },
  'review-trouble': { path: at('review'), replies: { ...replies, check_setup: refuse(offline) }, shows: offline.title },
  'review-offline': {
    path: at('review'),
    replies: { ...replies, get_app_state: unreached },
    shows: 'Offline: nothing can be changed until Experience Platform can be reached again.',
  },
  'review-production': {
    path: at('review'),
    replies: { ...replies, get_app_state: { ...atHome, session: { ...signedIn, sandbox: production } } },
    shows: 'Confirm that this writes to production',
  },
};

