// The cast of the scenes: one made-up organisation, its sign-ins, sandboxes and troubles.

/** @typedef {import('../../../ui/src/api/bindings/AppState').AppState} AppState */
/** @typedef {import('../../../ui/src/api/bindings/AppError').AppError} AppError */
/** @typedef {import('../../../ui/src/api/bindings/Session').Session} Session */
/** @typedef {import('../../../ui/src/api/bindings/Profile').Profile} Profile */
/** @typedef {import('../../../ui/src/api/bindings/Sandbox').Sandbox} Sandbox */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The moment of every scene, on the hour's second minute: 23 November 2026, 14:02 UTC. */
export const NOW = Date.UTC(2026, 10, 23, 14, 2);

/** @type {Sandbox} */
export const development = { name: 'dev-martech', title: 'Development', kind: 'development' };
/** @type {Sandbox} */
export const production = { name: 'prod-eu', title: 'Production EU', kind: 'production' };
/** @type {Sandbox} */
export const practice = { name: 'prod', title: 'Practice', kind: 'practice' };

/** @type {Session} */
export const signedIn = {
  key: 's1',
  environment: { kind: 'adobe' },
  profileId: 'p1',
  profileName: 'Northwind Apps',
  organization: '7A41C0DE5F60718293A4B5C6@AdobeOrg',
  sandbox: development,
  sandboxes: [production, development],
  clock: { now: NOW, speed: 0 },
};

/** @type {Session} */
export const practising = {
  key: 's0',
  environment: { kind: 'practice' },
  profileName: 'Practice',
  organization: signedIn.organization,
  sandbox: practice,
  sandboxes: [practice],
  clock: { now: NOW, speed: 0 },
};

/** @type {Profile[]} */
export const profiles = [
  {
    id: 'p1',
    name: 'Northwind Apps',
    organization: signedIn.organization,
    clientId: '5c1e2f3a4b5d6e7f8091a2b3c4d5e6f7',
    environment: { kind: 'adobe' },
    sandbox: 'dev-martech',
  },
  {
    id: 'p2',
    name: 'Fabrikam',
    organization: '19B2C3D4E5F60718293A4B5C@AdobeOrg',
    clientId: '0f9e8d7c6b5a49382716f5e4d3c2b1a0',
    environment: { kind: 'adobe' },
    sandbox: 'prod',
  },
];

/** @type {AppState} */
export const signedOut = {
  version: '0.1.0',
  dataFolder: '/home/mara/.local/share/inlet',
  keychain: { available: true },
  notices: [],
  setups: [],
  setupsElsewhere: [],
  settings: { theme: 'system', views: {} },
};

/** @type {AppState} */
export const atHome = { ...signedOut, session: signedIn };

/** Nobody answers, so nothing can be written. @type {AppState} */
export const unreached = { ...atHome, session: { ...signedIn, offline: true } };

/** @type {AppError} */
export const offline = {
  code: 'offline',
  title: 'Experience Platform cannot be reached',
  hint: 'This computer seems to have no network. Nothing was changed.',
  owner: 'network',
  action: 'retry',
  fields: [],
};

/** @type {AppError} */
export const diskFull = {
  code: 'disk_full',
  title: 'Runs are not being kept on this computer',
  hint: 'The disk is full or cannot be written. What Adobe returns is shown as before. Free some space, so that runs stay known when Adobe returns them no more.',
  owner: 'you',
  action: 'free_disk',
  fields: [],
};

/** @type {AppError} */
export const forbidden = {
  code: 'permission_missing',
  title: 'This sign-in may not create datasets',
  hint: 'What is missing: “Manage Datasets”, in the role of this credential.',
  owner: 'administrator',
  action: 'ask_administrator',
  fields: [],
  detail: {
    status: 403,
    service: 'Catalog Service',
    requestId: 'd39yQVvnPbqxuijF',
    administratorText: 'Please give our API credential the permission Manage Datasets in the sandbox dev-martech.',
  },
};

/** @type {AppError} */
export const broken = {
  code: 'platform_trouble',
  title: 'Experience Platform failed',
  hint: 'Adobe’s Catalog Service answered with an error of its own. It often passes within minutes.',
  owner: 'adobe',
  action: 'retry',
  fields: [],
  detail: { status: 503, service: 'Catalog Service', requestId: 'k2LmA8sd01Xq' },
};

/** @type {AppError} */
export const gone = {
  code: 'not_found',
  title: 'This is not there any more',
  hint: 'It was deleted, is in another sandbox, or an access label hides it.',
  owner: 'you',
  action: 'reload',
  fields: [],
  detail: { status: 404, service: 'Flow Service', platformCode: '1439-404', requestId: 'p0QbXquijFk2' },
};
