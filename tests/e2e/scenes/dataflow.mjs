import { held, refuse } from '../support/pose.mjs';
import { detail, fresh, rows, tests } from './flows.mjs';
import { day, month, none, notKept, onlyKept, partlyForgotten, tooMany, week } from './runs.mjs';
import { atHome, broken, gone, MINUTE, NOW, offline, unreached } from './people.mjs';
import { guides } from './setups.mjs';

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
  list_requests: [],
  get_flow_runs: ({ window }) => {
    if (flow.runs.length === 0 && !flow.runsProblem) return none;
    return window.kind === 'day' ? day : window.kind === 'month' ? month : week;
  },
  list_sources: guides,
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
      source: 'Pendo',
      doubles: true,
      oldIsGone: false,
      begunAt: NOW - 5 * MINUTE,
      ...over,
    },
  ],
});
/** @type {FlowDetail} */
const troubled = {
  ...inState(1),
  row: {
    ...detail.row,
    status: {
      kind: 'some_lost',
      label: 'Some events lost',
      sentence: '12 of 340 events were not ingested.',
      cause: '2\u00a0% failed in 24 h: uniqueId empty on 60 events.',
    },
  },
};

const { lastRun: _, ...neverRan } = fresh.row;

/**
 * Answers once, then something else: what was read first, and what became of it.
 * @template T, U
 * @param {T} first
 * @param {U} then
 */
function once(first, then) {
  let asked = 0;
  return () => (asked++ === 0 ? first : then);
}

const values = { name: detail.row.name, description: 'For EMEA', mapping: { id: 'm1', version: 1 } };
const opened = { values, hasBegun: false, updatedBy: 'M. Keller', updatedAt: NOW - 5 * MINUTE };
const lines = [
  { source: 'uniqueId', calculated: false, target: '_id' },
  { source: 'dformat(${timestamp} * 1000, "yyyy-MM-dd")', calculated: true, target: 'timestamp' },
];
const mapping = { id: 'm1', version: 1, inForce: 1, newest: 2, lines };
/** @returns {import('../support/pose.mjs').Replies} */
const changed = () => ({
  ...replies(detail),
  list_requests: [],
  get_flow_settings: opened,
  get_flow_mapping: ({ version }) =>
    version === undefined ? mapping : { ...mapping, version, lines: [...lines, { source: 'visitorId', calculated: false, target: '_acme.visitor' }] },
});

/** @type {Record<string, import('./index.mjs').Scene>} */
export const dataflow = {
  mapping: { path: `${path}?tab=mapping`, replies: changed(), shows: '2 field mappings' },
  'mapping-other': {
    path: `${path}?tab=mapping`,
    replies: changed(),
    act: async (page) => {
      await page.getByRole('button', { name: /^Version/ }).first().click();
      await page.getByRole('option', { name: 'Version 2' }).click();
    },
    shows: 'Use version 2',
  },
  settings: { path: `${path}?tab=settings`, replies: changed(), shows: 'What stays as it is' },
  'settings-returned': {
    path: `${path}?tab=settings`,
    replies: { ...changed(), get_draft: { values: { base: values, ours: { ...values, description: 'Answers of the autumn' } }, savedAt: NOW } },
    shows: /^Your draft from/,
  },
  'settings-schedule': {
    path: `${path}?tab=settings`,
    replies: {
      ...changed(),
      get_flow_settings: { ...opened, hasBegun: true, values: { ...values, schedule: { frequency: 'hour', interval: 2, startsAt: NOW - 5 * MINUTE } } },
    },
    shows: 'It has begun: its start stays.',
  },
  conflict: {
    path: `${path}?tab=settings`,
    replies: {
      ...changed(),
      update_flow: { kind: 'conflict', clashes: ['name'], merged: ['description'], theirs: { ...opened, values: { ...values, name: 'Pendo NPS, Europe', description: 'Autumn survey' } } },
    },
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Name of the dataflow' }).fill('Pendo NPS, autumn');
      await page.getByRole('button', { name: 'Save dataflow' }).click();
    },
    shows: 'What will be saved',
  },
  loading: { path, replies: { ...replies(detail), get_flow: held }, shows: 'Reading the dataflow and its runs…' },
  trouble: { path, replies: { ...replies(detail), get_flow: refuse(offline) }, shows: offline.title },
  overview: { path, replies: replies(detail), shows: 'Pendo NPS events' },
  waiting: { path, replies: replies(fresh), shows: 'Waiting for the first run' },
  settling: { path, replies: replies(settling), shows: '4:07' },
  off: { path, replies: replies(off), shows: 'This dataflow is off. Events sent now are not ingested.' },
  changing: { path, replies: replies(inState(8)), shows: 'This dataflow is changing. Send a test event once that is done.' },
  'draft-unmapped': {
    path,
    replies: replies((({ mapping: _, ...rest }) => rest)(inState(10))),
    shows: 'It has no mapping yet, so it cannot be published',
  },
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
  'overview-day': { path: `${path}?window=24h`, replies: replies(troubled), shows: 'Events per hour' },
  'overview-month': { path: `${path}?window=30d`, replies: replies(troubled), shows: 'Events per 6 hours' },
  'overview-custom': { path: `${path}?window=custom&from=2026-11-17&to=2026-11-23`, replies: replies(troubled), shows: 'Events per hour' },
  'overview-reading': { path, replies: { ...replies(detail), get_flow_runs: held }, shows: 'Reading the runs…' },
  'overview-unread': { path, replies: { ...replies(detail), get_flow_runs: refuse(broken) }, shows: broken.title },
  'overview-no-runs': { path, replies: { ...replies(inState(4)), get_flow_runs: none }, shows: 'no run has ended' },
  'overview-too-many': { path, replies: { ...replies(detail), get_flow_runs: tooMany }, shows: 'The newest 5,000 of 100,000 runs' },
  'as-table': {
    path,
    replies: replies(troubled),
    act: (page) => page.getByRole('button', { name: 'Show as table' }).click(),
    shows: 'no run',
  },
  gone: {
    path,
    replies: { ...replies(detail), get_flow: once(detail, refuse(gone)) },
    act: (page) => page.getByRole('button', { name: 'Refresh' }).click(),
    shows: 'This dataflow is not there any more',
  },
  runs: { path: `${path}?tab=runs`, replies: replies(detail), shows: '162 runs, last 7 days, newest first' },
  'runs-problems': {
    path: `${path}?tab=runs`,
    replies: replies(detail),
    act: async (page) => {
      await page.getByRole('button', { name: 'Status' }).click();
      await page.getByRole('option', { name: 'Only problems' }).click();
    },
    shows: '4 of 162 runs',
  },
  'runs-trouble': { path: `${path}?tab=runs`, replies: { ...replies(detail), get_flow_runs: refuse(broken) }, shows: broken.title },
  'runs-only-here': {
    path: `${path}?tab=runs&window=30d`,
    replies: { ...replies(detail), get_flow_runs: partlyForgotten },
    shows: '711 of 714 runs are kept on this computer only',
  },
  'runs-kept': {
    path: `${path}?tab=runs`,
    replies: { ...replies(detail), get_flow_runs: onlyKept },
    shows: '162 runs that this computer kept are shown.',
  },
  'runs-disk-full': {
    path: `${path}?tab=runs`,
    replies: { ...replies(detail), get_flow_runs: notKept },
    shows: 'Runs are not being kept on this computer',
  },
  'runs-none': { path: `${path}?tab=runs`, replies: replies({ ...fresh, row: neverRan }), shows: 'No run yet' },
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
      source: 'Pendo',
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
  'replaced-counted-offline': {
    path,
    replies: {
      ...replaced({
        stage: 'counted',
        title: `340 events are counted on “${made.name}”`,
        text: `The new address works. Take the old one out of Pendo, then switch “${detail.row.name}” off.`,
      }),
      get_app_state: unreached,
    },
    shows: `Switch ${detail.row.name} off`,
  },
  'replaced-done': {
    path,
    replies: replaced({
      stage: 'done',
      title: `“${made.name}” has taken the place of “${detail.row.name}”`,
      text: `“${detail.row.name}” is off. Delete it once nobody needs it; what it has ingested stays in its dataset.`,
      source: 'Pendo',
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
      source: 'Pendo',
      doubles: false,
    }),
    shows: 'Dismiss',
  },
};
