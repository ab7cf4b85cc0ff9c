import { held, refuse } from '../support/pose.mjs';
import { atHome, broken, DAY, forbidden, MINUTE, NOW, offline, production, signedIn, unreached } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/AccountRow').AccountRow} AccountRow */
/** @typedef {import('../../../ui/src/api/bindings/AccountList').AccountList} AccountList */
/** @typedef {import('../../../ui/src/api/bindings/AccountDetail').AccountDetail} AccountDetail */
/** @typedef {import('../../../ui/src/api/bindings/AccountSource').AccountSource} AccountSource */
/** @typedef {import('../../../ui/src/api/bindings/AuthField').AuthField} AuthField */
/** @typedef {import('../../../ui/src/api/bindings/AppError').AppError} AppError */
/** @typedef {import('playwright-core').Page} Page */

/** @param {string} id @param {string} name @param {string} source @param {Partial<AccountRow>} [over] @returns {AccountRow} */
const row = (id, name, source, over = {}) => ({
  id: `8f2c1d3e-4b5a-4968-8776-5544332211${id}`,
  name,
  description: '',
  source,
  state: { kind: 'on' },
  uses: 0,
  createdAt: NOW - 200 * DAY,
  updatedAt: NOW - 12 * DAY,
  createdBy: 'M. Keller',
  updatedBy: '7c3c1d2e@techacct.adobe.com',
  ...over,
});

const pathfactory = row('01', 'PathFactory content', 'PathFactory', {
  uses: 2,
  description: 'Read-only user of the content team',
});

/** @type {AccountRow[]} */
const rows = [
  row('02', 'Kinesis click stream', 'Amazon Kinesis', { description: 'Left from the trial in spring', updatedBy: 'J. Ortiz' }),
  row('03', 'Loyalty programme, all countries and the two franchises that joined last year', 'Capillary', { uses: 14 }),
  row('04', 'Old till system', 'Unknown source', { state: { kind: 'off' } }),
  pathfactory,
  row('05', 'Web shop endpoint', 'HTTP API', { state: { kind: 'draft' }, uses: 1 }),
];

/** @type {AccountList} */
const list = { rows, readAt: NOW - 12_000 };

/** @param {string} path @param {string} label @param {Partial<AuthField>} [over] @returns {AuthField} */
const text = (path, label, over = {}) => ({
  path,
  label,
  help: '',
  required: true,
  kind: { kind: 'text', limits: {} },
  ...over,
});

/** @param {string} path @param {string} label @param {string} help @returns {AuthField} */
const secret = (path, label, help) => text(path, label, { help, kind: { kind: 'secret', limits: {} } });

const basic = {
  name: 'Basic Authentication',
  about: 'The name and password of a user who may read content.',
  fields: [
    text('host', 'Host', { help: 'Address of the service', example: 'https://content.example', kind: { kind: 'uri' } }),
    text('username', 'Username', { help: 'Name to sign in with' }),
    secret('password', 'Password', 'Password to sign in with'),
  ],
};

/** @type {AccountSource[]} */
const sources = [
  {
    specId: 'kinesis',
    name: 'Amazon Kinesis',
    ways: [
      {
        name: 'Access Key',
        about: 'An AWS user who may read the stream.',
        fields: [
          text('accessKeyId', 'Access key ID', { help: 'Access key ID of the AWS user', example: 'AKIAIOSFODNN7EXAMPLE' }),
          secret('secretKey', 'Secret key', 'Secret access key of the same user'),
          text('region', 'Region', {
            help: 'Region of the stream',
            kind: { kind: 'choice', options: [{ value: '"eu-west-1"', label: 'eu-west-1' }, { value: '"us-east-1"', label: 'us-east-1' }] },
          }),
        ],
      },
    ],
  },
  {
    specId: 'capillary',
    name: 'Capillary',
    ways: [
      {
        name: 'OAuth2 Client Credentials',
        about: 'An application of yours that may read on its own behalf.',
        fields: [
          text('clientId', 'Client ID', { help: 'Client ID of the application' }),
          secret('clientSecret', 'Client secret', 'Client secret of the application'),
          text('accessTokenUrl', 'Access token URL', { help: 'Where tokens are issued', kind: { kind: 'uri' } }),
          text('scope', 'Scope', { required: false, help: 'What to ask for, if not everything' }),
          {
            ...text('override', 'Request parameter override'),
            required: false,
            help: 'What the service calls the parts of a token request, if not by their usual names',
            kind: {
              kind: 'group',
              fields: [
                text('override/clientIdKey', 'Client ID key', { required: false, default: 'client_id' }),
                text('override/retries', 'Retries', { required: false, kind: { kind: 'number', integer: true, minimum: 0, maximum: 5 } }),
              ],
            },
          },
        ],
      },
      { name: 'Access Token', about: 'A token alone.', fields: [secret('accessToken', 'Access token', '')] },
    ],
  },
  {
    specId: 'odd',
    name: 'In-house service',
    ways: [
      {
        name: 'Streaming Connection',
        about: '',
        fields: [
          text('open', 'Authentication required', { required: false, help: 'Take in only what comes with a sign-in', kind: { kind: 'boolean' } }),
          text('stores', 'Stores', { help: 'A list of store numbers', kind: { kind: 'json', secret: false } }),
          text('keys', 'Keys', { required: false, help: 'One key for each store', kind: { kind: 'json', secret: true } }),
        ],
      },
    ],
  },
  { specId: 'pathfactory', name: 'PathFactory', ways: [basic] },
];

const replies = { get_app_state: atHome, list_profiles: [], list_accounts: list };

/** @type {Record<string, import('./index.mjs').Scene>} */
export const accounts = {
  loading: { path: '/accounts', replies: { ...replies, list_accounts: held }, shows: 'Reading the accounts…' },
  trouble: { path: '/accounts', replies: { ...replies, list_accounts: refuse(offline) }, shows: offline.title },
  empty: { path: '/accounts', replies: { ...replies, list_accounts: { ...list, rows: [] } }, shows: 'New account for another source' },
  rows: { path: '/accounts', replies, shows: 'Kinesis click stream' },
  'no-match': {
    path: '/accounts',
    replies,
    act: (page) => page.getByRole('searchbox', { name: 'Search accounts' }).fill('mixpanel'),
    shows: 'No account matches',
  },
  'uses-unread': {
    path: '/accounts',
    replies: {
      ...replies,
      list_accounts: { ...list, rows: rows.map(({ uses: _, ...rest }) => rest), usesProblem: broken },
    },
    shows: broken.title,
  },
  many: {
    path: '/accounts',
    replies: {
      ...replies,
      list_accounts: {
        ...list,
        rows: Array.from({ length: 400 }, (_, index) => ({ ...pathfactory, id: `many-${index}`, name: `Store ${String(index + 1).padStart(3, '0')}` })),
      },
    },
    shows: '400 accounts',
  },
};

/** @param {string} name @returns {(page: Page) => Promise<void>} */
const choose = (name) => async (page) => {
  await page.getByRole('button', { name: /^Choose a source/ }).click();
  await page.getByRole('option', { name }).click();
};

/** @param {Page} page */
const submit = (page) => page.getByRole('button', { name: 'Create account' }).click();

/** @type {AppError} */
const invalid = {
  code: 'validation',
  title: '2 things need a change before this can go on',
  hint: '',
  owner: 'you',
  action: 'edit_fields',
  fields: [
    { field: 'name', message: 'The account needs a name.' },
    { field: 'params.host', message: 'Enter a whole address, such as https://example.com.' },
    { field: 'params.username', message: 'Username is needed.' },
  ],
};

/** @param {Page} page */
const leave = (page) => page.getByRole('link', { name: 'Dataflows' }).click();

/** @type {import('../support/pose.mjs').Replies} */
const making = {
  get_app_state: atHome,
  list_profiles: [],
  list_account_sources: sources,
};
const newPath = '/accounts/new';

/** @type {Record<string, import('./index.mjs').Scene>} */
export const newAccount = {
  loading: { path: newPath, replies: { ...making, list_account_sources: held }, shows: 'Reading the sources that have accounts…' },
  trouble: { path: newPath, replies: { ...making, list_account_sources: refuse(forbidden) }, shows: forbidden.title },
  'no-source': { path: newPath, replies: { ...making, list_account_sources: [] }, shows: 'No source here has accounts' },
  source: { path: newPath, replies: making, shows: 'Choose a source first' },
  offline: {
    path: newPath,
    replies: { ...making, get_app_state: unreached },
    act: choose('PathFactory'),
    shows: 'Offline: nothing can be changed until Experience Platform can be reached again.',
  },
  basic: { path: newPath, replies: making, act: choose('PathFactory'), shows: 'Password to sign in with.' },
  'several-ways': { path: newPath, replies: making, act: choose('Capillary'), shows: 'How it signs in' },
  'access-key': { path: newPath, replies: making, act: choose('Amazon Kinesis'), shows: 'Secret access key of the same user.' },
  'every-field': { path: newPath, replies: making, act: choose('In-house service'), shows: 'One key for each store.' },
  'field-problems': {
    path: newPath,
    replies: { ...making, create_account: refuse(invalid) },
    act: async (page) => {
      await choose('PathFactory')(page);
      await page.getByRole('textbox', { name: 'Host' }).fill('content');
      await submit(page);
    },
    shows: 'Username is needed.',
  },
  refused: {
    path: newPath,
    replies: { ...making, create_account: refuse(broken) },
    act: async (page) => {
      await choose('PathFactory')(page);
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
        values: { specId: 'pathfactory', way: basic.name, description: 'Read-only user of the content team', values: { host: 'https://content.example', username: 'reader', password: '' } },
        savedAt: NOW - MINUTE,
      },
    },
    shows: /Secrets are never kept/,
  },
  'leave-asked': {
    path: newPath,
    replies: making,
    act: async (page) => {
      await choose('PathFactory')(page);
      await page.getByRole('textbox', { name: 'Username' }).fill('reader');
      await leave(page);
    },
    shows: 'Leave without saving?',
  },
};

/** @type {AccountDetail} */
const used = {
  row: pathfactory,
  words: { name: pathfactory.name, description: pathfactory.description, version: 'v1' },
  way: basic.name,
  form: basic,
  uses: { flows: [{ id: 'f-1', name: 'PathFactory visits' }, { id: 'f-2', name: 'PathFactory sessions, EMEA' }], leftovers: [] },
  technical: [
    { label: 'Account ID (base connection)', value: pathfactory.id },
    { label: 'Source (connection spec) ID', value: 'ea1c2a08-b722-11eb-8529-0242ac130003' },
    { label: 'Way to sign in', value: basic.name },
  ],
  readAt: NOW - 3000,
};

/** @type {AccountDetail} */
const unused = { ...used, row: { ...pathfactory, uses: 0 }, uses: { flows: [], leftovers: [{ id: 's', name: 'Old trial (source)' }] } };

const path = `/accounts/${pathfactory.id}`;
/** @param {AccountDetail} account @returns {import('../support/pose.mjs').Replies} */
const shown = (account) => ({ get_app_state: atHome, list_profiles: [], get_account: account });

/** @param {Page} page */
const edit = async (page) => {
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Name of the account' }).fill('Content, read only');
};
/** @param {Page} page */
const anew = (page) => page.getByRole('button', { name: 'Enter again' }).click();
/** @param {Page} page */
const replace = async (page) => {
  await anew(page);
  await page.getByRole('button', { name: 'Replace sign-in details' }).click();
};
/** @param {string} [what] @returns {(page: Page) => Promise<void>} */
const remove = (what) => async (page) => {
  await page.getByRole('button', { name: 'Delete account' }).click();
  if (what) await page.getByRole('dialog').getByRole('button', { name: what }).click();
};
/** @param {Page} page */
const test = (page) => page.getByRole('button', { name: 'Test account' }).click();

const theirs = { name: 'Content platform', description: pathfactory.description, version: 'v2' };
/** @type {import('../../../ui/src/api/bindings/AccountUpdate').AccountUpdate} */
const changed = { kind: 'changed', theirs, at: NOW - 4 * MINUTE, by: 'J. Ortiz' };

/** The network goes while a form is open: the first request that finds nobody tells. */
let cutOff = false;

/** @type {Record<string, import('./index.mjs').Scene>} */
export const account = {
  loading: { path, replies: { ...shown(used), get_account: held }, shows: 'Reading the account…' },
  trouble: { path, replies: { ...shown(used), get_account: refuse(offline) }, shows: offline.title },
  'in-use': { path, replies: shown(used), shows: 'PathFactory visits' },
  unused: { path, replies: shown(unused), shows: 'Old trial (source)' },
  'read-only': {
    path,
    replies: shown({
      row: { ...pathfactory, source: 'Unknown source', uses: 0 },
      words: used.words,
      way: 'Till sign-in',
      readOnly: 'The source of this account is not offered to your organisation, so nobody can say what it signs in with. It can still be tested and deleted.',
      uses: { flows: [], leftovers: [] },
      technical: used.technical,
      readAt: used.readAt,
    }),
    shows: 'This account can only be looked at.',
  },
  'uses-unread': {
    path,
    replies: shown({
      row: used.row,
      words: used.words,
      way: basic.name,
      form: basic,
      usesProblem: broken,
      technical: used.technical,
      readAt: used.readAt,
    }),
    shows: broken.title,
  },
  'test-passed': {
    path,
    replies: {
      ...shown(used),
      test_account: { works: true, title: 'The source lets this account in', hint: 'Adobe tried it just now.', testedAt: NOW },
    },
    act: test,
    shows: 'The source lets this account in',
  },
  'test-failed': {
    path,
    replies: {
      ...shown(used),
      test_account: {
        works: false,
        title: 'The source refuses this account',
        hint: 'A password or key was changed, ran out, or lacks a permission there. Enter its sign-in details again; until then, dataflows that use it get nothing.',
        testedAt: NOW,
      },
    },
    act: test,
    shows: 'The source refuses this account',
  },
  edit: { path, replies: shown(used), act: edit, shows: 'Save account' },
  offline: {
    path,
    replies: { ...shown(unused), get_app_state: unreached },
    shows: 'Offline: nothing can be changed until Experience Platform can be reached again.',
  },
  'edit-offline': {
    path,
    replies: {
      ...shown(used),
      get_app_state: () => (cutOff ? unreached : atHome),
      test_account: () => {
        cutOff = true;
        return refuse(offline);
      },
    },
    act: async (page) => {
      await edit(page);
      await page.getByRole('textbox', { name: 'Name of the account' }).fill('PathFactory, EMEA');
      await test(page);
    },
    shows: 'Offline: nothing can be changed until Experience Platform can be reached again.',
  },
  conflict: {
    path,
    replies: { ...shown(used), update_account: changed },
    act: async (page) => {
      await edit(page);
      await page.getByRole('button', { name: 'Save account' }).click();
    },
    shows: 'Someone else changed this',
  },
  credentials: { path, replies: shown(used), act: anew, shows: 'Enter all of it again' },
  'credentials-problems': {
    path,
    replies: { ...shown(used), update_account: refuse({ ...invalid, fields: invalid.fields.slice(1) }) },
    act: replace,
    shows: 'Username is needed.',
  },
  'credentials-changed': { path, replies: { ...shown(used), update_account: changed }, act: replace, shows: 'Someone else changed this' },
  'leave-asked': {
    path,
    replies: shown(used),
    act: async (page) => {
      await edit(page);
      await leave(page);
    },
    shows: 'Leave without saving?',
  },
  'delete-asked': { path, replies: shown(unused), act: remove(), shows: 'Keep it' },
  'delete-production': {
    path,
    replies: { ...shown(unused), get_app_state: { ...atHome, session: { ...signedIn, sandbox: production } } },
    act: remove(),
    shows: /This is production/,
  },
  'delete-refused': {
    path,
    replies: { ...shown(used), delete_account: { kind: 'in_use', uses: { flows: used.uses?.flows ?? [], leftovers: [] } } },
    act: remove('Delete account'),
    shows: 'PathFactory content is kept',
  },
  'delete-trouble': {
    path,
    replies: { ...shown(unused), delete_account: refuse(broken) },
    act: remove('Delete account'),
    shows: broken.title,
  },
};
