// What the wizard starts from, and set-ups in every state.
import { readFileSync } from 'node:fs';
import { detail } from './flows.mjs';
import { broken, MINUTE, NOW } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/SetupDefaults').SetupDefaults} SetupDefaults */
/** @typedef {import('../../../ui/src/api/bindings/MappingLine').MappingLine} MappingLine */
/** @typedef {import('../../../ui/src/api/bindings/MappingPreview').MappingPreview} MappingPreview */
/** @typedef {import('../../../ui/src/api/bindings/Sample').Sample} Sample */
/** @typedef {import('../../../ui/src/api/bindings/Setup').Setup} Setup */
/** @typedef {import('../../../ui/src/api/bindings/SetupCheck').SetupCheck} SetupCheck */
/** @typedef {import('../../../ui/src/api/bindings/SetupForm').SetupForm} SetupForm */
/** @typedef {import('../../../ui/src/api/bindings/SetupStep').SetupStep} SetupStep */
/** @typedef {import('../../../ui/src/api/bindings/StepState').StepState} StepState */
/** @typedef {import('../../../ui/src/api/bindings/StepKind').StepKind} StepKind */
/** @typedef {import('../../../ui/src/api/bindings/SourceKind').SourceKind} SourceKind */
/** @typedef {import('../../../ui/src/api/bindings/TargetField').TargetField} TargetField */

/** @typedef {import('../../../ui/src/api/bindings/SourceGuide').SourceGuide} SourceGuide */

const RECORDS = new URL('../../../src-tauri/crates/app-core/src/starter/sources/', import.meta.url);

/** The record of a source, as the app reads it. @param {string} id @returns {SourceGuide} */
function record(id) {
  const { examples, fresh, ...source } = JSON.parse(readFileSync(new URL(`${id}.json`, RECORDS), 'utf8'));
  return {
    source,
    examples: examples.map((/** @type {{ id: string, label: string, event: unknown }} */ { event, ...example }) => ({
      ...example,
      text: JSON.stringify(event, null, 2),
    })),
    fresh,
  };
}

const pendo = record('pendo');
const chatlio = record('chatlio');
export const guides = [pendo, chatlio, ...['customer_io', 'lava', 'shopify'].map(record)];

const OWN = '_northwind.pendo.';
const PATHS = ['event', 'uniqueId', 'visitorId', 'accountId', 'app.id', 'app.name', 'app.platform'];

/** @type {MappingLine[]} */
export const lines = [
  { source: { kind: 'field', path: 'uniqueId' }, target: '_id' },
  { source: { kind: 'seconds_to_date', path: 'timestamp' }, target: 'timestamp' },
  ...PATHS.map((path) => /** @type {MappingLine} */ ({ source: { kind: 'field', path }, target: OWN + path })),
  { source: { kind: 'field', path: 'properties.guideProperties.name' }, target: `${OWN}guide.name` },
  { source: { kind: 'expression', text: 'lower(properties.language)' }, target: `${OWN}language` },
];

/** @type {TargetField[]} */
export const targetFields = [
  { path: '_id', title: 'Identifier', kind: 'text', required: true },
  { path: 'timestamp', title: 'Timestamp', kind: 'date_time', required: true },
  ...PATHS.map((path) => /** @type {TargetField} */ ({ path: OWN + path, title: path, kind: 'text', required: false })),
  { path: `${OWN}guide.name`, title: 'Guide name', kind: 'text', required: false },
  { path: `${OWN}language`, title: 'Language', kind: 'text', required: false },
  { path: `${OWN}poll.score`, title: 'NPS score', kind: 'integer', required: false },
];

/** @type {SetupDefaults} */
export const defaults = {
  name: 'Pendo events',
  datasetName: 'Pendo events',
  source: pendo.source,
  offered: guides.map(({ source }) => source.id),
  examples: pendo.examples,
  starterFields: targetFields,
  starterLines: lines,
};

/** @type {SetupDefaults} */
export const chatlioDefaults = {
  ...defaults,
  name: 'Chatlio events',
  datasetName: 'Chatlio events',
  source: chatlio.source,
  examples: chatlio.examples,
};

/** @type {[string, number, SourceKind, string][]} */
const FIELDS = [
  ['event', 0, 'text', 'guideDisplayed'],
  ['uniqueId', 0, 'text', '5b1f0c7e92ad4836'],
  ['timestamp', 0, 'integer', '1793097742'],
  ['visitorId', 0, 'text', 'visitor-20418'],
  ['accountId', 0, 'text', 'northwind-eu'],
  ['app', 0, 'object', '3 fields'],
  ['app.id', 1, 'integer', '-318204'],
  ['app.name', 1, 'text', 'Northwind Portal'],
  ['app.platform', 1, 'text', 'web'],
  ['properties', 0, 'object', '3 fields'],
  ['properties.language', 1, 'text', 'en-GB'],
  ['properties.guideId', 1, 'text', 'gd-welcome-7c2'],
  ['properties.guideProperties', 1, 'object', '1 field'],
  ['properties.guideProperties.name', 2, 'text', 'Welcome tour'],
];

/** @type {Sample} */
export const sample = {
  fields: FIELDS.map(([path, depth, kind, preview]) => ({
    path,
    key: path.split('.').at(-1) ?? path,
    depth,
    kind,
    preview,
    ...(path === 'timestamp' && { moment: { unit: 'seconds', seconds: 'Oct 27, 2026, 10:42 UTC', milliseconds: 'Jan 21, 1970, 18:04 UTC' } }),
  })),
  events: ['1. guideDisplayed'],
  warnings: [],
};

/** @type {MappingPreview} */
export const preview = {
  record: {
    _id: '5b1f0c7e92ad4836',
    timestamp: '2026-10-27T10:42:22Z',
    _northwind: {
      pendo: {
        event: 'guideDisplayed',
        uniqueId: '5b1f0c7e92ad4836',
        visitorId: 'visitor-20418',
        accountId: 'northwind-eu',
        app: { id: -318204, name: 'Northwind Portal', platform: 'web' },
        guide: { name: 'Welcome tour' },
        language: 'en-gb',
      },
    },
  },
  lines: lines.map(({ target }) => ({
    state: 'good',
    message: target === 'timestamp' ? 'Sent in seconds. Reads as Oct 27, 2026, 10:42 UTC' : '',
  })),
  problems: [],
  summary: { mapped: 10, fields: 11, requiredFilled: 2, required: 2, vital: { path: 'uniqueId', mapped: true }, warnings: 0, empties: 0, errors: 0 },
  byPlatform: true,
};

/** @type {MappingPreview} */
export const warned = {
  ...preview,
  lines: preview.lines.map((verdict, index) =>
    index === 9 ? { state: 'warning', message: 'This sample has no “properties.guideProperties.name”. The field stays empty.', empties: true } : verdict,
  ),
  summary: { ...preview.summary, warnings: 1, empties: 1 },
};

/** @type {MappingPreview} */
export const wrong = {
  ...preview,
  lines: preview.lines.map((verdict, index) =>
    index === 4 ? { state: 'error', message: 'The target field does not exist in the schema.' } : verdict,
  ),
  problems: ['uniqueId reaches no field of the record: every run would fail.'],
  summary: { ...preview.summary, mapped: 9, vital: { path: 'uniqueId', mapped: false }, errors: 2 },
};

/** @type {SetupForm} */
export const form = {
  name: 'NPS responses – EMEA',
  description: '',
  source: 'pendo',
  destination: { kind: 'starter', datasetName: 'Pendo NPS events' },
  lines,
};

/** @type {[StepKind, string, string][]} */
const STEPS = [
  ['check', 'Names are free, permissions are there, Pendo is offered', ''],
  ['field_group', 'Describing your events: 12 fields', 'Pendo event fields'],
  ['schema', 'Describing your events: one schema of them', 'Pendo event'],
  ['dataset', 'Making a place for them', 'Pendo NPS events'],
  ['source_connection', 'Where events come from: Pendo', 'NPS responses – EMEA, from Pendo'],
  ['target_connection', 'Where events go: Pendo NPS events', 'NPS responses – EMEA, to Pendo NPS events'],
  ['mapping_set', '11 field mappings', 'NPS responses – EMEA, mapping'],
  ['flow', 'Joins source, mapping and target', 'NPS responses – EMEA'],
  ['streaming_endpoint', 'Experience Platform may take up to a minute', ''],
];

/** @type {SetupCheck} */
export const check = {
  fields: [],
  plan: STEPS.slice(1, 8).map(([step, , name]) => ({ step, name: name.replace(/NPS responses – EMEA|Pendo NPS events/g, 'Pendo events'), made: true })),
  warnings: [],
};

/** @type {SetupCheck} */
export const problems = {
  ...check,
  fields: [
    { field: 'name', message: 'Another dataflow in this sandbox has this name. Choose another.' },
    { field: 'destination.datasetName', message: 'A dataset has this name already. Choose another.' },
    { field: 'lines.4', message: 'The target field does not exist in the schema.' },
  ],
  warnings: ['Another dataflow writes to this dataset too.'],
};

/** @param {(kind: StepKind, index: number) => StepState} stateOf @returns {SetupStep[]} */
function steps(stateOf) {
  return STEPS.map(([kind, sentence, name], index) => {
    const state = stateOf(kind, index);
    const known = state !== 'waiting' && state !== 'running' && name !== '';
    return {
      kind,
      state,
      sentence,
      ...(known ? { object: { id: `8f0e-${kind}-3b21`, name } } : {}),
      ...(state === 'done' ? { tookMs: 400 + index * 210 } : {}),
    };
  });
}

/** @param {number} at @param {StepState} state */
const upTo = (at, state) => steps((_, index) => (index < at ? 'done' : index === at ? state : 'waiting'));

/** @type {Setup} */
const base = {
  setupId: 'u1',
  form,
  sandbox: 'dev-martech',
  state: 'running',
  steps: upTo(6, 'running'),
  choices: ['cancel'],
  startedAt: NOW - 8_000,
};

/** @satisfies {Record<string, Setup>} */
export const setups = {
  running: base,
  stopping: { ...base, state: 'stopping', choices: [] },
  stopped: { ...base, state: 'stopped', steps: upTo(3, 'failed'), cause: broken, choices: ['resume', 'undo', 'leave'] },
  unclear: {
    ...base,
    state: 'unclear',
    steps: upTo(4, 'unclear'),
    choices: ['resume', 'create_again', 'undo', 'leave'],
    cause: {
      ...broken,
      code: 'outcome_unknown',
      title: 'It is not known whether the source connection was made',
      hint: 'No answer came, and it could not be found for a minute. Look for “NPS responses – EMEA, from Pendo” in Experience Platform.',
      action: 'copy_for_support',
    },
  },
  endpointPending: { ...base, state: 'endpoint_pending', steps: upTo(8, 'waiting'), flowId: detail.row.id, choices: ['resume', 'leave'] },
  undoing: { ...base, state: 'undoing', steps: steps((_, index) => (index > 4 ? 'removed' : index === 4 ? 'running' : 'done')), choices: [] },
  undone: {
    ...base,
    state: 'undone',
    steps: steps((kind) => (kind === 'field_group' ? 'left_behind' : kind === 'check' ? 'done' : 'removed')),
    cause: broken,
    choices: [],
  },
  undoStopped: {
    ...base,
    state: 'undo_stopped',
    steps: steps((_, index) => (index > 4 ? 'removed' : 'done')),
    cause: broken,
    undoProblem: { ...broken, title: 'The source connection could not be removed', hint: 'Experience Platform failed. Undo again in a while.' },
    choices: ['undo', 'leave'],
  },
  left: { ...base, state: 'left', steps: upTo(3, 'failed'), cause: broken, choices: ['resume', 'undo'] },
  done: {
    ...base,
    state: 'done',
    steps: steps(() => 'done'),
    choices: [],
    flowId: detail.row.id,
    ...(detail.webhookAddress ? { webhookAddress: detail.webhookAddress } : {}),
    settlesAt: NOW - MINUTE,
    startedAt: NOW - 20_000,
    endedAt: NOW - 6_000,
  },
};

/** The place of a recipe that says more than its fields. */
export const recipePlace = {
  fields: { pendo: { type: 'object', properties: { rating: { type: 'integer' } } } },
  class: /** @type {const} */ ('event'),
  fieldGroups: ['https://ns.adobe.com/xdm/context/experienceevent-environment-details'],
  identities: [{ path: '_northwind.pendo.visitor.id', namespace: 'pendoVisitor', primary: true }],
  tags: { team: ['web', 'research'] },
  leftOut: [
    '_northwind.pendo.account.id is an identity in the recipe and is not marked here: this organisation has no identity namespace “pendoAccount”.',
    'The recipe’s schema was enabled for Profile. A recipe never does that, because it cannot be undone; afterwards you can do it on the page of the schema.',
  ],
};

export const recipeDestination = { kind: /** @type {const} */ ('shape'), datasetName: 'Pendo NPS events', ...recipePlace };
