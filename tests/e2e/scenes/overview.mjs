import { held } from '../support/pose.mjs';
import { rows } from './flows.mjs';
import { atHome, DAY, diskFull, HOUR, NOW, offline } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/Overview').Overview} Overview */

const path = '/overview';
const LAST_HOUR = Math.floor(NOW / HOUR) * HOUR;

const hours = Array.from({ length: 168 }, (_, index) => {
  const start = LAST_HOUR - (167 - index) * HOUR;
  if (index > 60 && index < 66) return { start };
  if (index > 166) return { start };
  const lost = index > 150 && index < 158 ? 275 : 20 + ((index * 7) % 13);
  return { start, counts: { received: 10_000, ingested: 10_000 - lost, failed: lost } };
});

/** @type {Overview} */
const overview = {
  window: 'week',
  complete: true,
  flows: 14,
  on: 11,
  judged: 14,
  total: { received: 1_610_000, ingested: 1_604_120, failed: 5_880 },
  hours,
  hoursEach: 1,
  troubled: 7,
  attention: rows.slice(0, 5).map(({ id, name, status }, index) => ({
    flowId: id,
    name,
    status,
    ...(index < 3 ? { failed: [6030, 412, 43][index] ?? 0 } : {}),
  })),
  statuses: rows.map(({ status: { kind, label } }) => ({ kind, label, count: kind === 'some_lost' || kind === 'quiet' ? 2 : 1 })),
  causes: [
    { code: 'DCVS-1106-400', name: 'Required field was empty', next: 'Add a line to the mapping that fills this field, and check that Pendo sends its value.', known: true, events: 4204, flows: 4 },
    { code: 'MAPPER-3700-400', name: 'Value did not fit the field type', next: 'Open the mapping and convert the value, or choose a field that can take it.', known: true, events: 1580, flows: 2 },
    { code: 'CONNECTOR-2999-500', name: 'Unknown: “CONNECTOR-2999-500”', next: 'Copy the details for support.', known: false, flows: 1 },
  ],
  keptRuns: 3412,
  keptSince: NOW - 90 * DAY,
  readAt: NOW - 12_000,
};

/** @type {Overview} */
const none = {
  ...overview,
  flows: 0,
  on: 0,
  judged: 0,
  total: {},
  hours: hours.map(({ start }) => ({ start })),
  troubled: 0,
  attention: [],
  statuses: [],
  causes: [],
  keptRuns: 0,
};

/** @param {Overview | typeof held} reply @returns {import('../support/pose.mjs').Replies} */
const replies = (reply) => ({ get_app_state: atHome, list_profiles: [], get_overview: reply });

/** @type {Record<string, import('./index.mjs').Scene>} */
export const overviewScenes = {
  loading: { path, replies: replies(held), shows: 'Needs attention first' },
  reading: { path, replies: replies({ ...overview, complete: false, flows: 10_000, on: 9_788, judged: 833 }), shows: 'Reading runs: 833 of 10,000 dataflows' },
  normal: { path, replies: replies(overview), shows: 'Value did not fit the field type' },
  table: {
    path,
    replies: replies(overview),
    act: (page) => page.getByRole('button', { name: 'Show as table' }).click(),
    shows: 'Begins',
  },
  kept: {
    path,
    replies: replies(overview),
    act: (page) => page.getByRole('button', { name: 'Save as JSON' }).scrollIntoViewIfNeeded(),
    shows: /3,412 runs kept on this computer/,
  },
  'in-part': { path, replies: replies({ ...overview, flows: 10_000, on: 9_788, judged: 833 }), shows: /Numbers of 833 of 10,000 dataflows/ },
  'not-reported': {
    path,
    replies: replies({ ...none, flows: 3, on: 3, judged: 3, statuses: [{ kind: 'waiting_for_first_run', label: 'Waiting for the first run', count: 3 }] }),
    shows: 'No run of this time reports a rate.',
  },
  empty: { path, replies: replies(none), shows: /Connect Pendo/ },
  trouble: { path, replies: replies({ ...overview, runsProblem: offline }), shows: offline.title },
  'disk-full': { path, replies: replies({ ...overview, historyProblem: diskFull }), shows: diskFull.title },
  'trouble-without-numbers': { path, replies: replies({ ...none, problem: offline }), shows: offline.title },
};
