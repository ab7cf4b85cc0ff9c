import { held, refuse } from '../support/pose.mjs';
import { detail, fresh, rows, tests } from './flows.mjs';
import { atHome, broken, MINUTE, NOW, offline } from './people.mjs';
import { guide } from './setups.mjs';

/** @typedef {import('../../../ui/src/api/bindings/FlowDetail').FlowDetail} FlowDetail */
/** @typedef {import('../../../ui/src/api/bindings/FlowRow').FlowRow} FlowRow */
/** @typedef {import('playwright-core').Page} Page */

const path = `/dataflows/${detail.row.id}`;

/** @param {FlowDetail} flow @returns {import('../support/pose.mjs').Replies} */
const replies = (flow) => ({
  get_app_state: atHome,
  list_profiles: [],
  get_flow: flow,
  get_replacements: [],
  get_source_guide: guide,
  get_test_event: ({ testEventId }) => flow.testEvents.find((event) => event.testEventId === testEventId) ?? tests.accepted,
});

const settling = { ...fresh, settlesAt: NOW + 4 * MINUTE + 7000 };

/** @param {Page} page */
const openSend = (page) => page.getByRole('button', { name: 'Send a test event' }).first().click();

/** @type {FlowDetail} */
const off = { ...detail, row: { ...(/** @type {FlowRow} */ (rows[9])), name: detail.row.name, source: detail.row.source } };

/** @param {number} index of a row in that state @returns {FlowDetail} */
const inState = (index) => {
  const { state, status } = /** @type {FlowRow} */ (rows[index]);
  return { ...detail, row: { ...detail.row, state, status } };
};

const made = { id: 'f-new', name: 'Pendo NPS events (new)' };

/** @param {Partial<import('../../../ui/src/api/bindings/Replacement').Replacement>} over @returns {import('../support/pose.mjs').Replies} */
const replaced = (over) => ({
  ...replies(detail),
  get_replacements: [
    {
      setupId: 's1',
      old: { id: detail.row.id, name: detail.row.name },
      new: made,
      stage: 'address_to_paste',
      title: `Put the webhook address of “${made.name}” into Pendo`,
      text: `“${detail.row.name}” stays on until events are counted on “${made.name}”, so that none is lost.`,
      doubles: true,
      begunAt: NOW - 5 * MINUTE,
      ...over,
    },
  ],
});

/** @type {Record<string, import('./index.mjs').Scene>} */
export const dataflow = {
  loading: { path, replies: { ...replies(detail), get_flow: held }, shows: 'Reading the dataflow and its runs…' },
  trouble: { path, replies: { ...replies(detail), get_flow: refuse(offline) }, shows: offline.title },
  overview: { path, replies: replies(detail), shows: 'Pendo NPS events' },
  waiting: { path, replies: replies(fresh), shows: 'Waiting for the first run' },
  settling: { path, replies: replies(settling), shows: '4:07' },
  off: { path, replies: replies(off), shows: 'This dataflow is off. Events sent now are not ingested.' },
  changing: { path, replies: replies(inState(8)), shows: 'This dataflow is changing. Send a test event once that is done.' },
  draft: { path, replies: replies(inState(10)), shows: 'This dataflow is a draft. It does not receive events yet.' },
  'runs-unread': { path, replies: replies({ ...detail, runs: [], day: {}, runsProblem: broken }), shows: broken.title },
  'send-test-event': { path, replies: replies(detail), act: openSend, shows: 'The event, as JSON' },
  'send-early': { path, replies: replies(settling), act: openSend, shows: 'Send it although it may be dropped' },
  'send-refused': {
    path,
    replies: { ...replies(detail), send_test_event: refuse(offline) },
    act: async (page) => {
      await openSend(page);
      await page.getByRole('button', { name: 'Send test event' }).click();
    },
    shows: offline.title,
  },
  'test-accepted': { path, replies: replies({ ...fresh, testEvents: [tests.accepted] }), shows: 'Look again at about 15:10.' },
  'test-ingested': {
    path,
    replies: replies({ ...detail, testEvents: [tests.ingested, tests.notSeen] }),
    shows: 'With 340 events',
  },
  'test-uncertain': { path, replies: replies({ ...detail, testEvents: [tests.uncertain] }), shows: '340 received, 3 failed' },
  'test-refused': { path, replies: replies({ ...detail, testEvents: [tests.refused] }), shows: 'Not accepted' },
  runs: { path: `${path}?tab=runs`, replies: replies(detail), shows: '46 runs in the last seven days, newest first' },
  'runs-none': { path: `${path}?tab=runs`, replies: replies(fresh), shows: 'No run yet' },
  technical: { path: `${path}?tab=technical`, replies: replies(detail), shows: 'Target connection ID' },
  'replace-menu': {
    path,
    replies: replies(detail),
    act: (page) => page.getByRole('button', { name: `More for ${detail.row.name}` }).click(),
    shows: 'Replace with another dataset or schema…',
  },
  'replaced-being-made': {
    path,
    replies: replaced({
      stage: 'being_made',
      title: `The replacement of “${detail.row.name}” is being made`,
      text: `“${detail.row.name}” goes on as before.`,
      doubles: false,
    }),
    shows: 'Open the set-up',
  },
  'replaced-to-paste': { path, replies: replaced({}), shows: 'It is in Pendo' },
  'replaced-waiting': {
    path,
    replies: replaced({
      stage: 'waiting_for_events',
      title: `Waiting for the first events on “${made.name}”`,
      text: `A first run usually shows one to two hours after the first event. “${detail.row.name}” stays on until then.`,
      problem: broken,
    }),
    shows: 'Waiting for the first events',
  },
  'replaced-counted': {
    path,
    replies: replaced({
      stage: 'counted',
      title: `340 events are counted on “${made.name}”`,
      text: `The new address works. Take the old one out of Pendo, then switch “${detail.row.name}” off.`,
    }),
    shows: `Switch ${detail.row.name} off`,
  },
  'replaced-done': {
    path,
    replies: replaced({
      stage: 'done',
      title: `“${made.name}” has taken the place of “${detail.row.name}”`,
      text: `“${detail.row.name}” is off. Delete it once nobody needs it; what it has ingested stays in its dataset.`,
      doubles: false,
    }),
    shows: /has taken the place of/,
  },
  'replaced-undone': {
    path,
    replies: replaced({
      stage: 'undone',
      title: `The replacement of “${detail.row.name}” was removed`,
      text: `“${detail.row.name}” goes on as before. Its webhook address in Pendo is still the right one.`,
      doubles: false,
    }),
    shows: 'Dismiss',
  },
};
