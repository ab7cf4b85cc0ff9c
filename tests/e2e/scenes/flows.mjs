// Dataflows, their runs and their test events, as the scenes show them.
import { broken, DAY, HOUR, MINUTE, NOW } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/FlowRow').FlowRow} FlowRow */
/** @typedef {import('../../../ui/src/api/bindings/FlowList').FlowList} FlowList */
/** @typedef {import('../../../ui/src/api/bindings/FlowDay').FlowDay} FlowDay */
/** @typedef {import('../../../ui/src/api/bindings/FlowDetail').FlowDetail} FlowDetail */
/** @typedef {import('../../../ui/src/api/bindings/FlowStatus').FlowStatus} FlowStatus */
/** @typedef {import('../../../ui/src/api/bindings/FlowState').FlowState} FlowState */
/** @typedef {import('../../../ui/src/api/bindings/Run').Run} Run */
/** @typedef {import('../../../ui/src/api/bindings/TestEvent').TestEvent} TestEvent */
/** @typedef {import('../../../ui/src/api/bindings/TestStage').TestStage} TestStage */

/** @type {FlowStatus[]} */
const STATUSES = [
  { kind: 'failing', label: 'Failing', sentence: 'Nothing was ingested in the last run.' },
  { kind: 'some_lost', label: 'Some events lost', sentence: '12 of 340 events were not ingested.' },
  { kind: 'healthy_with_gaps', label: 'Healthy, with gaps', sentence: 'Ingested, but 3 events had problems.' },
  { kind: 'quiet', label: 'Quiet', sentence: 'Usually 120 an hour at this time; none for 5 h.' },
  { kind: 'no_events_yet', label: 'No events yet', sentence: 'Nothing has arrived in 3 days. Check the webhook in Pendo.' },
  { kind: 'healthy', label: 'Healthy', sentence: 'All events were ingested.' },
  { kind: 'working', label: 'Working', sentence: 'Experience Platform is processing this hour.' },
  { kind: 'waiting_for_first_run', label: 'Waiting for the first run', sentence: 'Normal for the first one to two hours.' },
  { kind: 'changing', label: 'Changing…', sentence: 'Its state is changing.' },
  { kind: 'off', label: 'Off', sentence: 'Events sent now are not ingested.' },
  { kind: 'draft', label: 'Draft', sentence: 'Not receiving yet.' },
  { kind: 'unknown', label: 'Unknown: “paused”', sentence: 'Shown as Adobe sent it.' },
];

const NAMES = [
  'NPS responses – EMEA',
  'Guide engagement',
  'Poll answers – onboarding',
  'Product tours, all workspaces',
  'NPS responses – AMER',
  'Feature adoption',
  'Trial accounts',
  'Pendo events',
  'Release notes guide',
  'Old staging webhook',
  'Autumn survey',
  'Partner portal',
];

/** @param {FlowStatus} status @returns {FlowState} */
function stateOf({ kind }) {
  switch (kind) {
    case 'off':
    case 'draft':
      return { kind };
    case 'changing':
      return { kind, asSent: 'updating' };
    case 'unknown':
      return { kind, asSent: 'paused' };
    default:
      return { kind: 'on' };
  }
}

/** @type {FlowRow[]} */
export const rows = STATUSES.map((status, index) => ({
  id: `2edc08ac-4df5-4fe6-936f-81a19ce9${String(index).padStart(4, '0')}`,
  name: NAMES[index] ?? `Dataflow ${index}`,
  description: '',
  state: stateOf(status),
  status,
  source: index === 9 ? { name: 'Other source' } : { name: 'Pendo', id: 'pendo' },
  ...(['no_events_yet', 'waiting_for_first_run', 'draft'].includes(status.kind) ? {} : { lastRun: { state: /** @type {const} */ ('success'), startedAt: NOW - HOUR, completedAt: NOW - HOUR + 4 * MINUTE } }),
  createdAt: NOW - (index + 1) * 3 * DAY,
  updatedAt: NOW - index * DAY - HOUR,
  updatedBy: 'M. Keller',
  createdBy: 'You',
}));

/** @type {FlowList} */
export const list = {
  rows,
  gone: [],
  anew: true,
  more: false,
  cursor: 'm:1',
  known: rows.length,
  read: rows.length,
  total: rows.length,
  complete: true,
  readAt: NOW - 12_000,
  offline: false,
};

const HOUR_START = NOW - 2 * MINUTE;

/** From which to which of the 24 hours there were runs: new and sleeping dataflows have gaps. @param {number} index */
function hoursWithRuns(index) {
  switch (STATUSES[index]?.kind) {
    case 'no_events_yet':
    case 'waiting_for_first_run':
    case 'draft':
      return [0, 0];
    case 'quiet':
      return [0, 19];
    case 'off':
      return [0, 9];
    default:
      return [0, 24];
  }
}

/** @param {string} flowId @returns {FlowDay} */
export function dayOf(flowId) {
  const index = Math.max(0, rows.findIndex(({ id }) => id === flowId));
  const [first = 0, end = 24] = hoursWithRuns(index);
  const hours = Array.from({ length: 24 }, (_, hour) => {
    const start = HOUR_START - (23 - hour) * HOUR;
    if (hour < first || hour >= end || (hour + index) % 9 === 4) return { start };
    const busy = 1 + Math.sin(((hour - 4) / 24) * 2 * Math.PI);
    const received = Math.round(busy * (40 + index * 17) + ((hour * 37 + index * 11) % 29));
    const failed = index < 3 && hour > 19 ? Math.round(received / (index === 0 ? 1 : 24)) : 0;
    return { start, counts: { received, ingested: received - failed, failed } };
  });
  /** @param {'received' | 'ingested' | 'failed'} what */
  const sum = (what) => hours.reduce((all, { counts }) => all + (counts?.[what] ?? 0), 0);
  return {
    flowId,
    hours,
    total: end === 0 ? {} : { received: sum('received'), ingested: sum('ingested'), failed: sum('failed') },
    status: rows[index]?.status ?? { kind: 'healthy', label: 'Healthy', sentence: '' },
  };
}

/** @type {Run[]} */
export const runs = Array.from({ length: 46 }, (_, index) => {
  const startedAt = HOUR_START - (index + 1 + (index > 26 ? 3 : 0)) * HOUR;
  const received = 340 - ((index * 29) % 200);
  const failed = index < 3 ? 12 : 0;
  return {
    id: `65b7cfcc-6b2e-47c8-8190-00000000${String(index).padStart(4, '0')}`,
    state: index === 7 ? 'failed' : failed > 0 ? 'partial_success' : 'success',
    stateAsSent: index === 7 ? 'failed' : failed > 0 ? 'partialSuccess' : 'success',
    startedAt,
    completedAt: startedAt + 4 * MINUTE,
    counts: index === 7 ? { received, ingested: 0, failed: received } : { received, ingested: received - failed, failed },
    errors: failed > 0 ? [{ code: 'MAPPER-3700-400', message: 'visitorId was empty', count: 12 }] : [],
  };
});

/** @type {FlowDetail} */
export const detail = {
  row: {
    ...(/** @type {FlowRow} */ (rows[1])),
    name: 'NPS responses – EMEA',
    description: 'Answers to the autumn survey, all EU workspaces',
  },
  webhookAddress: {
    endpoint: 'https://dcs.example/collection/2301a1f761f6d7bf62c5312c535e1076bbc7f14d728e63cdfd37ecbb4344425b',
    query: '?x-adobe-flow-id=2edc08ac-4df5-4fe6-936f-81a19ce92f5c',
  },
  runs,
  day: { received: 1840, ingested: 1828, failed: 12 },
  sourceConnection: { id: '76b968ff-3ff0-4e98-98bb-f3205d4d370c', name: 'NPS responses – EMEA, from Pendo' },
  targetConnection: { id: 'b1c2d3e4-0000-4000-8000-1234567890ab', name: 'NPS responses – EMEA, to Pendo NPS events' },
  dataset: { id: '6a1f09ce44d2b71a70ae4c11', name: 'Pendo NPS events' },
  schema: { id: 'https://ns.adobe.com/northwind/schemas/6b0c7', name: 'Pendo event' },
  mapping: { id: '1f0c6b2e47c88190aa11bb22cc33dd44', version: 2, lines: 14 },
  technical: [
    { label: 'Dataflow ID', value: '2edc08ac-4df5-4fe6-936f-81a19ce92f5c' },
    { label: 'Source connection ID', value: '76b968ff-3ff0-4e98-98bb-f3205d4d370c' },
    { label: 'Target connection ID', value: 'b1c2d3e4-0000-4000-8000-1234567890ab' },
    { label: 'Dataset ID', value: '6a1f09ce44d2b71a70ae4c11' },
    { label: 'Schema ID', value: 'https://ns.adobe.com/northwind/schemas/6b0c7' },
    { label: 'Mapping ID', value: '1f0c6b2e47c88190aa11bb22cc33dd44' },
  ],
  testEvents: [],
  readAt: NOW - 12_000,
};

/** @type {FlowDetail} */
export const fresh = {
  ...detail,
  row: { ...detail.row, status: /** @type {FlowStatus} */ (STATUSES[7]), createdAt: NOW - 20 * MINUTE },
  runs: [],
  day: {},
};

/**
 * @param {TestStage} stage
 * @param {string} sentence
 * @returns {TestEvent}
 */
export function testEvent(stage, sentence) {
  return {
    testEventId: `t-${stage.kind}`,
    flowId: detail.row.id,
    label: 'NPS answer (example)',
    bytes: 612,
    sentAt: NOW - 3 * MINUTE,
    stage,
    sentence,
    ...(stage.kind === 'accepted' ? { lookAgainAt: NOW + 68 * MINUTE } : {}),
  };
}

const receivedAt = NOW - 3 * MINUTE;
const runId = /** @type {Run} */ (runs[0]).id;

export const tests = {
  accepted: testEvent(
    { kind: 'accepted', receivedAt },
    'Received, not yet ingested. Experience Platform collects events for a while before a run.',
  ),
  ingested: testEvent({ kind: 'ingested', receivedAt, runId, received: 340 }, 'The run of 13:00 ingested all 340 events that it received.'),
  uncertain: testEvent(
    { kind: 'uncertain', receivedAt, runId, counts: { received: 340, ingested: 337, failed: 3 } },
    '340 received, 3 failed; Adobe does not say which.',
  ),
  refused: testEvent({ kind: 'refused', problem: { ...broken, title: 'The streaming endpoint did not take it' } }, 'Not accepted.'),
  notSeen: testEvent({ kind: 'not_seen', receivedAt }, 'No run covers the hour of receipt. It was probably dropped.'),
};
