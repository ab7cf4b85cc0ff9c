import { defaults, guides } from './setups.mjs';
import { held, refuse } from '../support/pose.mjs';
import { atHome, broken, DAY, HOUR, NOW, offline, production, signedIn } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/SchemaRow').SchemaRow} SchemaRow */
/** @typedef {import('../../../ui/src/api/bindings/SchemaList').SchemaList} SchemaList */
/** @typedef {import('../../../ui/src/api/bindings/SchemaDetail').SchemaDetail} SchemaDetail */
/** @typedef {import('../../../ui/src/api/bindings/SchemaField').SchemaField} SchemaField */
/** @typedef {import('../../../ui/src/api/bindings/SchemaMaking').SchemaMaking} SchemaMaking */
/** @typedef {import('../../../ui/src/api/bindings/SampleShape').SampleShape} SampleShape */
/** @typedef {import('../../../ui/src/api/bindings/ShapeField').ShapeField} ShapeField */
/** @typedef {import('../../../ui/src/api/bindings/AppError').AppError} AppError */
/** @typedef {import('playwright-core').Page} Page */

/** @param {number} place @param {string} name @param {Partial<SchemaRow>} [over] @returns {SchemaRow} */
const row = (place, name, over = {}) => ({
  id: `https://ns.adobe.com/northwind/schemas/8f2c1d3e4b5a4968877655443322110${place}`,
  name,
  description: '',
  className: 'XDM ExperienceEvent',
  events: true,
  profile: false,
  datasets: [],
  uses: 0,
  createdAt: NOW - 200 * DAY,
  updatedAt: NOW - 12 * DAY,
  createdBy: '',
  updatedBy: '',
  ...over,
});

const pendo = row(1, 'Pendo events', {
  description: 'Events as they arrive by webhook',
  datasets: [{ id: 'd-1', name: 'Pendo events' }],
  uses: 9,
});

/** @type {SchemaRow[]} */
const rows = [
  row(2, 'Autumn survey', { description: 'Answers of the autumn survey', updatedAt: NOW - 2 * HOUR }),
  row(3, 'Loyalty members, all countries and the two franchises that joined last year', {
    className: 'XDM Individual Profile',
    events: false,
    profile: true,
    datasets: [{ id: 'd-2', name: 'Loyalty members' }, { id: 'd-3', name: 'Loyalty archive' }],
    uses: 2,
    updatedBy: 'J. Ortiz',
  }),
  pendo,
  row(4, 'Support chats', { className: 'A class of your own', datasets: [{ id: 'd-4', name: 'Chats' }], uses: 1 }),
];

/** @type {SchemaList} */
const list = { rows, unfinished: [], readAt: NOW - 12_000 };
const unfinished = { makingId: 'm-1', title: 'NPS answers', state: /** @type {const} */ ('stopped'), startedAt: NOW - HOUR };
const replies = { get_app_state: atHome, list_profiles: [], list_all_schemas: list };

/** @type {Record<string, import('./index.mjs').Scene>} */
export const schemas = {
  loading: { path: '/schemas', replies: { ...replies, list_all_schemas: held }, shows: 'Reading the schemas…' },
  trouble: { path: '/schemas', replies: { ...replies, list_all_schemas: refuse(offline) }, shows: offline.title },
  empty: { path: '/schemas', replies: { ...replies, list_all_schemas: { ...list, rows: [] } }, shows: 'No schemas yet' },
  rows: { path: '/schemas', replies, shows: 'Autumn survey' },
  unfinished: { path: '/schemas', replies: { ...replies, list_all_schemas: { ...list, unfinished: [unfinished] } }, shows: 'NPS answers' },
  'no-match': {
    path: '/schemas',
    replies,
    act: (page) => page.getByRole('searchbox', { name: 'Search schemas' }).fill('mixpanel'),
    shows: 'No schema matches',
  },
  'uses-unread': {
    path: '/schemas',
    replies: {
      ...replies,
      list_all_schemas: { ...list, rows: rows.map(({ datasets: _, uses: __, ...rest }) => rest), usesProblem: broken },
    },
    shows: broken.title,
  },
  many: {
    path: '/schemas',
    replies: {
      ...replies,
      list_all_schemas: { ...list, rows: Array.from({ length: 2000 }, (_, at) => ({ ...pendo, id: `many-${at}`, name: `Store ${at + 1}` })) },
    },
    shows: '2,000 schemas',
  },
};

/** @param {string} path @param {SchemaField['kind']} kind @param {Partial<SchemaField>} [over] @returns {SchemaField} */
const field = (path, kind, over = {}) => {
  const name = path.split('.').at(-1) ?? '';
  return { path, name, title: name, depth: path.split('.').length - 1, kind, required: false, ...over };
};

/** @type {SchemaField[]} */
const fields = [
  field('_id', 'text', { title: 'Identifier', required: true }),
  field('timestamp', 'date_time', { title: 'Timestamp', required: true }),
  field('eventType', 'text', { title: 'Event type' }),
  field('_northwind', 'object'),
  field('_northwind.pendo', 'object', { title: 'Pendo' }),
  field('_northwind.pendo.event', 'text', { title: 'Event' }),
  field('_northwind.pendo.uniqueId', 'text', { title: 'Unique id' }),
  field('_northwind.pendo.visitorId', 'text', { title: 'Visitor id' }),
  field('_northwind.pendo.app', 'object', { title: 'App' }),
  field('_northwind.pendo.app.id', 'integer', { title: 'App id' }),
  field('_northwind.pendo.app.name', 'text', { title: 'App name' }),
  field('_northwind.pendo.poll', 'object', { title: 'Poll' }),
  field('_northwind.pendo.poll.score', 'integer', { title: 'NPS score' }),
  field('_northwind.pendo.poll.comment', 'text', { title: 'NPS comment' }),
  field('_northwind.pendo.tags', 'array', { title: 'Tags' }),
];

/** @type {SchemaDetail} */
const free = {
  row: { ...pendo, datasets: [], uses: 0 },
  words: { name: pendo.name, description: pendo.description, version: 'v1' },
  fields,
  fieldGroups: [
    { id: 'g-1', title: 'Pendo events fields', own: true, onlyHere: true },
    { id: 'g-2', title: 'Environment Details', own: false, onlyHere: false },
  ],
  identities: [],
  uses: { datasets: [], flows: [] },
  technical: [
    { label: 'Schema ID', value: pendo.id },
    { label: 'Alternative ID', value: '_northwind.schemas.8f2c1d3e4b5a49688776554433221101' },
    { label: 'Version', value: '1.0' },
  ],
  raw: '{\n  "$id": "https://ns.adobe.com/northwind/schemas/8f2c1d3e",\n  "title": "Pendo events",\n  "type": "object",\n  "allOf": [\n    { "$ref": "https://ns.adobe.com/xdm/context/experienceevent" }\n  ]\n}',
  readAt: NOW - 3000,
};

/** @type {SchemaDetail} */
const used = {
  ...free,
  row: pendo,
  keep: 'The dataset “Pendo events” uses it. Delete that first.',
  uses: {
    datasets: [{ id: 'd-1', name: 'Pendo events' }],
    flows: [{ id: 'f-1', name: 'Guides on the marketing site' }, { id: 'f-2', name: 'NPS answers' }],
  },
};

/** @type {SchemaDetail} */
const marked = {
  ...free,
  identities: [
    { id: 'i-1', path: '_northwind.pendo.visitorId', namespace: 'pendoVisitor', role: 'primary' },
    { id: 'i-2', path: '_northwind.pendo.uniqueId', namespace: 'CORE', role: 'secondary' },
  ],
  fields: fields.map((one) =>
    one.name === 'visitorId' ? { ...one, required: true, identity: 'primary' } : one.name === 'uniqueId' ? { ...one, identity: 'secondary' } : one,
  ),
};

const namespaces = [
  { code: 'pendoVisitor', name: 'Pendo visitor', description: 'Ids that Pendo gives to visitors', own: true },
  { code: 'Email', name: 'Email', description: '', own: false },
];

const path = `/schemas/${encodeURIComponent(pendo.id)}`;
/** @param {SchemaDetail} schema @returns {import('../support/pose.mjs').Replies} */
const shown = (schema) => ({ get_app_state: atHome, list_profiles: [], get_schema: schema, list_identity_namespaces: namespaces });

/** @param {Page} page */
const mark = (page) => page.getByRole('button', { name: 'Mark a field' }).click();
/** @param {string} picker @param {RegExp | string} option @returns {(page: Page) => Promise<void>} */
const pick = (picker, option) => async (page) => {
  await page.getByRole('button', { name: new RegExp(`${picker}`) }).click();
  await page.getByRole('option', { name: option }).click();
};
/** @param {Page} page */
const edit = async (page) => {
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Name of the schema' }).fill('Pendo');
};
/** @param {Page} page */
const remove = (page) => page.getByRole('button', { name: 'Delete schema' }).click();

/** @param {AppError['fields']} problems @returns {AppError} */
const invalid = (...problems) => ({
  code: 'validation',
  title: problems[0]?.message ?? '',
  hint: '',
  owner: 'you',
  action: 'edit_fields',
  fields: problems,
});

/** @type {Record<string, import('./index.mjs').Scene>} */
export const schema = {
  loading: { path, replies: { ...shown(used), get_schema: held }, shows: 'Reading the schema…' },
  trouble: { path, replies: { ...shown(used), get_schema: refuse(offline) }, shows: offline.title },
  'in-use': { path, replies: shown(used), shows: 'Guides on the marketing site' },
  unused: { path, replies: shown(free), shows: 'No dataset. It can be deleted.' },
  identities: { path, replies: shown(marked), shows: 'Primary identity' },
  'for-profile': {
    path,
    replies: shown({ ...marked, row: { ...free.row, profile: true }, keep: 'It is enabled for Profile, which cannot be undone, so Experience Platform keeps it. Rename it if it is no longer wanted.' }),
    shows: 'This schema is enabled for Profile',
  },
  'fields-searched': {
    path,
    replies: shown(free),
    act: (page) => page.getByRole('searchbox', { name: 'Search fields' }).fill('score'),
    shows: 'NPS score',
  },
  'many-fields': {
    path,
    replies: shown({ ...free, fields: Array.from({ length: 5000 }, (_, at) => field(`_northwind.f${at}`, 'text')) }),
    shows: '5,000 fields',
  },
  'parts-unread': {
    path,
    replies: shown((({ uses: _, ...rest }) => ({ ...rest, usesProblem: broken, identitiesProblem: offline }))(free)),
    shows: broken.title,
  },
  mark: { path, replies: shown(free), act: mark, shows: 'Choose a field and a namespace' },
  'mark-primary': {
    path,
    replies: shown(free),
    act: async (page) => {
      await mark(page);
      await page.getByText('Primary identity', { exact: true }).click();
    },
    shows: 'Every record then needs this field.',
  },
  'mark-refused': {
    path,
    replies: { ...shown(free), mark_identity: refuse(invalid({ field: 'path', message: 'This field is an identity already.' })) },
    act: async (page) => {
      await mark(page);
      await pick('Choose a text field', '_northwind.pendo.visitorId')(page);
      await pick('Choose a namespace', /Pendo visitor/)(page);
      await page.getByRole('button', { name: 'Mark as identity' }).click();
    },
    shows: 'This field is an identity already.',
  },
  'profile-asked': {
    path,
    replies: shown(marked),
    act: (page) => page.getByRole('button', { name: 'Enable for Profile' }).click(),
    shows: 'This cannot be undone',
  },
  edit: { path, replies: shown(free), act: edit, shows: 'Save schema' },
  conflict: {
    path,
    replies: { ...shown(free), update_schema: { kind: 'changed', theirs: { name: 'Pendo, all events', description: pendo.description, version: 'v2' }, at: NOW - HOUR, by: 'J. Ortiz' } },
    act: async (page) => {
      await edit(page);
      await page.getByRole('button', { name: 'Save schema' }).click();
    },
    shows: 'Someone else changed this',
  },
  raw: {
    path,
    replies: shown(free),
    act: (page) => page.getByRole('button', { name: 'As Adobe shows it (JSON)' }).click(),
    shows: 'Copy JSON',
  },
  'leave-asked': {
    path,
    replies: shown(free),
    act: async (page) => {
      await edit(page);
      await page.getByRole('link', { name: 'Dataflows' }).click();
    },
    shows: 'Leave without saving?',
  },
  'delete-asked': { path, replies: shown(free), act: remove, shows: 'Delete its fields too' },
  'delete-production': {
    path,
    replies: { ...shown(free), get_app_state: { ...atHome, session: { ...signedIn, sandbox: production } } },
    act: remove,
    shows: /This is production/,
  },
  'delete-kept': { path, replies: shown(used), act: remove, shows: 'Pendo events is kept' },
};

/** @param {string} key @param {number} depth @param {ShapeField['kind']} kind @param {Partial<ShapeField>} [over] @returns {ShapeField} */
const shape = (key, depth, kind, over = {}) => ({ key, name: key, depth, kind, list: false, included: true, ...over });

/** @type {SampleShape} */
const sample = {
  fields: [
    shape('visitor id', 0, 'text', { name: 'visitor_id' }),
    shape('score', 0, 'integer'),
    shape('🎉', 0, 'boolean', { name: 'field' }),
    shape('app', 0, 'object'),
    shape('name', 1, 'text'),
    shape('version', 1, 'number'),
    shape('at', 0, 'date_time'),
    shape('tags', 0, 'text', { list: true }),
    shape('extra', 0, 'object', { included: false }),
  ],
  hints: [
    { preview: 'v-1842', note: 'Named visitor_id, because names have letters, digits, - and _ only.' },
    { preview: '9', note: '' },
    { preview: 'true', note: 'Named field, because names have letters, digits, - and _ only.' },
    { preview: '2 fields', note: '' },
    { preview: 'Web shop', note: '' },
    { preview: '4.2', note: '' },
    { preview: '2026-11-20T09:14:00Z', note: '' },
    { preview: '3 items', note: '' },
    { preview: '0 fields', note: 'Left out: the sample shows no field of it.' },
  ],
  warnings: ['“score” appears twice in one object. The last one counts.'],
};

const text = '{\n  "visitor id": "v-1842",\n  "score": 9\n}';
const groups = [
  { id: 'g-1', title: 'Pendo events fields', description: 'What the webhook tells about an event', own: true, events: true, profiles: false },
  { id: 'g-2', title: 'Commerce Details', description: 'Orders, carts and purchases', own: false, events: true, profiles: false },
  { id: 'g-3', title: 'Demographic Details', description: 'Name, birthday and language of a person', own: false, events: false, profiles: true },
];

/** @type {import('../support/pose.mjs').Replies} */
const making = {
  get_app_state: atHome,
  list_profiles: [],
  list_sources: guides,
  read_schema_sample: sample,
  list_field_groups: groups,
  list_identity_namespaces: namespaces,
  get_setup_defaults: {
    ...defaults,
    starterFields: ['event', 'uniqueId', 'visitorId', 'accountId'].map((name) => ({ path: `_northwind.pendo.${name}`, title: name, kind: 'text', required: false })),
    starterLines: [],
  },
};
const newPath = '/schemas/new';

/** @param {Page} page */
const readSample = async (page) => {
  await page.getByLabel('A sample event, as JSON').fill(text);
  await page.getByRole('button', { name: 'Read its fields' }).click();
};
/** @param {Page} page */
const named = async (page) => {
  await readSample(page);
  await page.getByRole('textbox', { name: 'Title of the schema' }).fill('NPS answers');
};
/** @param {Page} page */
const submit = async (page) => {
  await named(page);
  await page.getByRole('button', { name: 'Create schema' }).click();
};
/** @param {Page} page */
const identity = async (page) => {
  await named(page);
  await page.getByText('Mark a field as identity').click();
};

/** @param {Partial<SchemaMaking>} [over] @returns {SchemaMaking} */
const made = (over = {}) => ({
  makingId: 'm-1',
  title: 'NPS answers',
  state: 'running',
  steps: [
    { kind: 'field_group', state: 'done', sentence: 'Described the fields: “NPS answers fields”' },
    { kind: 'schema', state: 'running', sentence: 'Making the schema “NPS answers”' },
    { kind: 'identity', state: 'waiting', sentence: 'Marking visitor_id as identity' },
  ],
  choices: ['cancel'],
  hasMade: true,
  ...over,
});
/** @type {SchemaMaking} */
const stopped = made({
  state: 'stopped',
  steps: [
    { kind: 'field_group', state: 'done', sentence: 'Described the fields: “NPS answers fields”' },
    { kind: 'schema', state: 'failed', sentence: 'Making the schema “NPS answers”' },
    { kind: 'identity', state: 'waiting', sentence: 'Marking visitor_id as identity' },
  ],
  cause: broken,
  choices: ['resume', 'undo', 'leave'],
});

/** @type {Record<string, import('./index.mjs').Scene>} */
export const newSchema = {
  empty: { path: newPath, replies: making, shows: 'Read a sample event first' },
  examples: {
    path: newPath,
    replies: { ...making, list_sources: guides },
    act: (page) => page.getByRole('button', { name: 'Use an example event' }).click(),
    shows: 'Guide displayed',
  },
  'sample-refused': {
    path: newPath,
    replies: { ...making, read_schema_sample: refuse(invalid({ field: 'sample', message: 'This is not JSON (line 3, column 12): JSON has no NaN and no Infinity; write null or a number.' })) },
    act: readSample,
    shows: /JSON has no NaN/,
  },
  'sample-read': { path: newPath, replies: making, act: readSample, shows: 'Use another sample' },
  'name-problem': {
    path: newPath,
    replies: making,
    act: async (page) => {
      await named(page);
      await page.getByRole('textbox', { name: 'Name of score' }).fill('_score');
    },
    shows: 'Correct the marked names first',
  },
  'many-fields': {
    path: newPath,
    replies: {
      ...making,
      read_schema_sample: {
        fields: Array.from({ length: 5000 }, (_, at) => shape(`f${at}`, 0, 'integer')),
        hints: Array.from({ length: 5000 }, (_, at) => ({ preview: String(at), note: '' })),
        warnings: [],
      },
    },
    act: readSample,
    shows: /5,000 fields of 5,000/,
  },
  starter: {
    path: newPath,
    replies: making,
    act: (page) => page.getByText('The Pendo starter').click(),
    shows: /4 fields: event, uniqueId/,
  },
  'field-groups': {
    path: newPath,
    replies: making,
    act: (page) => page.getByText('Field groups', { exact: true }).click(),
    shows: 'Commerce Details',
  },
  profile: {
    path: newPath,
    replies: making,
    act: async (page) => {
      await page.getByText('Profiles', { exact: true }).click();
      await page.getByText('Field groups', { exact: true }).click();
    },
    shows: 'Demographic Details',
  },
  identity: {
    path: newPath,
    replies: making,
    act: async (page) => {
      await identity(page);
      await page.getByText('Primary identity', { exact: true }).click();
      await page.getByText('Enable for Profile', { exact: true }).click();
      await page.getByText('This cannot be undone.').scrollIntoViewIfNeeded();
    },
    shows: 'This cannot be undone.',
  },
  'title-taken': {
    path: newPath,
    replies: { ...making, start_schema: refuse(invalid({ field: 'title', message: 'A schema named “NPS answers” exists already. Choose another title.' })) },
    act: submit,
    shows: /exists already/,
  },
  refused: {
    path: newPath,
    replies: { ...making, start_schema: refuse(broken) },
    act: async (page) => {
      await submit(page);
      await page.getByText(broken.title).scrollIntoViewIfNeeded();
    },
    shows: broken.title,
  },
  'draft-back': {
    path: newPath,
    replies: {
      ...making,
      get_draft: {
        values: { title: 'NPS answers', description: '', class: 'event', start: 'sample', text, shape: sample, fieldGroups: [], identity: { on: false, path: '', namespace: '', primary: false }, profile: false },
        savedAt: NOW - HOUR,
      },
    },
    shows: /Your draft from/,
  },
  making: { path: newPath, replies: { ...making, start_schema: made(), get_schema_making: made() }, act: submit, shows: 'Making NPS answers' },
  'leave-asked': {
    path: newPath,
    replies: making,
    act: async (page) => {
      await named(page);
      await page.getByRole('link', { name: 'Dataflows' }).click();
    },
    shows: 'Leave without saving?',
  },
};

const at = '/schemas/making/m-1';
/** @param {SchemaMaking} one @returns {import('../support/pose.mjs').Replies} */
const standing = (one) => ({ get_app_state: atHome, list_profiles: [], get_schema_making: one });

/** @type {Record<string, import('./index.mjs').Scene>} */
export const schemaMaking = {
  loading: { path: at, replies: { ...standing(stopped), get_schema_making: held }, shows: 'Reading how it stands…' },
  trouble: { path: at, replies: { ...standing(stopped), get_schema_making: refuse(offline) }, shows: offline.title },
  running: { path: at, replies: standing(made()), shows: 'Making NPS answers' },
  stopped: { path: at, replies: standing(stopped), shows: 'Stopped half-way' },
  unclear: {
    path: at,
    replies: standing({
      ...stopped,
      steps: [{ kind: 'field_group', state: 'unclear', sentence: 'It is not known whether this was done: field group “NPS answers fields”' }, ...stopped.steps.slice(2)],
      cause: { ...broken, code: 'outcome_unknown', title: 'It is not known whether the field group was made', hint: 'Experience Platform did not answer in time. Resume looks again first, and makes it only when it is not there. Titles are unique in Experience Platform, so that nothing is made twice.' },
    }),
    shows: 'It is not known whether the field group was made',
  },
  'undo-stopped': {
    path: at,
    replies: standing({
      ...stopped,
      state: 'undo_stopped',
      steps: [{ kind: 'field_group', state: 'done', sentence: 'Described the fields: “NPS answers fields”' }, { kind: 'schema', state: 'removed', sentence: 'Removed and checked: schema “NPS answers”' }],
      choices: ['undo', 'leave'],
    }),
    shows: 'Taking back stopped half-way',
  },
};
