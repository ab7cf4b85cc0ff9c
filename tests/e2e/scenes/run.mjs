import { held, refuse } from '../support/pose.mjs';
import { detail } from './flows.mjs';
import { atHome, broken, gone } from './people.mjs';
import { failedEvents, foreignRun, healthyRun, oddRun, run as lost, unreportedRun, workingRun } from './runs.mjs';

/** @typedef {import('../../../ui/src/api/bindings/RunDetail').RunDetail} RunDetail */

const path = `/dataflows/${detail.row.id}/runs/${lost.run.id}`;

/** @param {RunDetail} shown @returns {import('../support/pose.mjs').Replies} */
const replies = (shown) => ({ get_app_state: atHome, list_profiles: [], get_flow: detail, get_run: shown, get_failed_events: failedEvents });

/** @param {import('playwright-core').Page} page */
const readEvents = (page) => page.getByRole('button', { name: 'Read failed events' }).click();

/** @type {Record<string, import('./index.mjs').Scene>} */
export const run = {
  loading: { path, replies: { ...replies(lost), get_run: held }, shows: 'Reading the run…' },
  trouble: { path, replies: { ...replies(lost), get_run: refuse(broken) }, shows: broken.title },
  gone: { path, replies: { ...replies(lost), get_run: refuse(gone) }, shows: gone.title },
  'some-lost': { path, replies: replies(lost), shows: 'received = ingested + failed' },
  'failed-events': { path, replies: replies(lost), act: readEvents, shows: '12 failed events, read from Adobe at 14:01.' },
  'failed-events-unread': {
    path,
    replies: { ...replies(lost), get_failed_events: refuse(broken) },
    act: readEvents,
    shows: broken.title,
  },
  'foreign-link': { path, replies: replies(foreignRun), shows: 'This link leads to files.example' },
  healthy: { path, replies: replies(healthyRun), shows: 'All 340 events of the last run were ingested.' },
  working: { path, replies: replies(workingRun), shows: 'The run is under way.' },
  unreported: { path, replies: replies(unreportedRun), shows: 'Adobe reports no parts of this run.' },
  odd: { path, replies: replies(oddRun), shows: 'neither ingested nor failed' },
};
