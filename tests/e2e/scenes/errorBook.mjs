import { signedOut } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/BookEntry').BookEntry} BookEntry */

const path = '/error-book';

/** @type {BookEntry[]} */
const entries = [
  {
    service: 'ingestion',
    codes: ['DCVS-1106-400'],
    name: 'Required field is missing',
    what: 'A field that the schema requires is not in the record that the mapping made.',
    owner: 'you',
    next: 'Add a line to the mapping that fills this field, and check that Pendo sends its value.',
  },
  {
    service: 'ingestion',
    codes: ['CONNECTOR-1001-500', 'CONNECTOR-2001-500'],
    name: 'Copying from the source failed',
    what: 'Adobe could not fetch the data from where it waits.',
    owner: 'adobe',
    next: 'Nothing to do at first: Adobe tries again.',
  },
  {
    service: 'flow_service',
    codes: ['1404-412'],
    name: 'Someone else changed this first',
    what: 'What you started from is no longer the newest version. Nothing was saved.',
    owner: 'you',
    next: 'Reload, compare, and make your change again.',
  },
  {
    service: 'gateway',
    codes: ['403027'],
    name: 'No product profile',
    what: 'The credential has no product profile of Experience Platform in this organisation. A wrong organisation ID looks the same.',
    owner: 'administrator',
    next: 'Copy the text for your administrator; they can add the profile in a minute.',
  },
];

/** @type {import('../support/pose.mjs').Replies} */
const replies = {
  get_app_state: signedOut,
  list_profiles: [],
  search_error_book: ({ query }) => entries.filter(({ codes, name }) => `${codes} ${name}`.includes(query)),
  explain_code: ({ code }) => ({
    name: `Unknown: “${code}”`,
    what: 'Inlet’s error book does not have this code, and Adobe sent no words with it.',
    next: 'Copy the details for support.',
    entries: [],
    supportText: `Code: ${code}`,
  }),
};

/** @type {Record<string, import('./index.mjs').Scene>} */
export const errorBook = {
  whole: { path, replies, shows: 'Copying from the source failed' },
  entry: { path: `${path}?code=1404-412&service=flow_service`, replies, shows: 'Reload, compare, and make your change again.' },
  'no-match': { path: `${path}?q=zebra`, replies, shows: /Nothing in the book holds/ },
  unknown: { path: `${path}?code=CONNECTOR-2999-500`, replies, shows: 'Unknown: “CONNECTOR-2999-500”' },
};
