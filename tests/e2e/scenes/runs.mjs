// The runs of a window and single runs, as the scenes show them.
import { detail, runs } from './flows.mjs';
import { DAY, diskFull, HOUR, MINUTE, NOW, offline } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/FlowRuns').FlowRuns} FlowRuns */
/** @typedef {import('../../../ui/src/api/bindings/Failure').Failure} Failure */
/** @typedef {import('../../../ui/src/api/bindings/Place').Place} Place */
/** @typedef {import('../../../ui/src/api/bindings/RunDetail').RunDetail} RunDetail */
/** @typedef {import('../../../ui/src/api/bindings/Run').Run} Run */
/** @typedef {import('../../../ui/src/api/bindings/FailedEvents').FailedEvents} FailedEvents */

const END = NOW - 2 * MINUTE + HOUR;

/** @param {number} hour before the end @param {number} length in hours @returns {Place} */
function place(hour, length) {
  const start = END - hour * HOUR;
  const gap = length === 1 && (hour < 3 || (hour > 26 && hour < 30));
  if (gap) return { start, runs: 0 };
  const busy = 1 + Math.sin(((new Date(start).getUTCHours() - 8) / 24) * 2 * Math.PI);
  const received = length * Math.round(busy * 150 + ((hour * 37) % 41));
  const failed = hour < 8 ? 12 : hour === 128 ? 52 : 0;
  return { start, runs: length, counts: { received, ingested: received - failed, failed } };
}

/** @param {number} hours @param {number} length @returns {Place[]} */
const places = (hours, length) =>
  Array.from({ length: hours / length }, (_, index) => place(hours - index * length, length));

/** @type {Failure[]} */
export const failures = [
  {
    code: 'DCVS-1111-400',
    title: 'uniqueId was empty',
    cause: 'The event brought an empty text for “_northwind.uniqueId”.',
    nextStep: 'Add a line to the mapping that fills this field, and check that the source sends its value.',
    inMapping: true,
    message: "The message can't be validated: #/_northwind/uniqueId: expected minLength: 1, actual: 0",
    count: 60,
    runs: 5,
    firstAt: NOW - 7 * HOUR,
    lastAt: NOW - 3 * HOUR,
    ongoingSince: NOW - 7 * HOUR,
    lastRunId: /** @type {Run} */ (runs[0]).id,
    lastRunOpens: true,
  },
  {
    code: 'MAPPER-3700-400',
    title: 'timestamp was not a date',
    cause: 'The mapping gave text where a date is wanted in “timestamp”.',
    nextStep: 'Open the mapping and convert the value, or choose a field that can take it.',
    inMapping: true,
    message: 'Mapper Transform Error: destination path timestamp. expected data type was: DATE, actual data type was: STRING. sourceField: timestamp destinationField: timestamp',
    count: 52,
    runs: 1,
    firstAt: NOW - 128 * HOUR,
    lastAt: NOW - 128 * HOUR,
    lastRunId: /** @type {Run} */ (runs[3]).id,
    lastRunOpens: true,
  },
];

/** @param {number} hours @param {number} length @returns {FlowRuns} */
function windowOf(hours, length) {
  const all = places(hours, length);
  /** @param {'received' | 'ingested' | 'failed'} what */
  const sum = (what) => all.reduce((total, { counts }) => total + (counts?.[what] ?? 0), 0);
  const failed = sum('failed');
  return {
    from: END - hours * HOUR,
    to: END,
    figures: {
      counts: { received: sum('received'), ingested: sum('ingested'), failed },
      ingestedShare: sum('ingested') / sum('received'),
      balance: 0,
      bytes: sum('received') * 812,
      ended: hours - 6,
      unreported: 0,
      median: 4 * MINUTE + 10_000,
      p95: 7 * MINUTE,
    },
    placeLength: length * HOUR,
    places: all,
    failures: hours === 168 ? failures : failed === 0 ? [] : failures.slice(0, 1).map((failure) => ({ ...failure, count: failed })),
    runs: runs.map((one) => ({ ...one, onlyHere: false })),
    read: hours - 6,
    onlyHere: 0,
    ahead: 0,
    readAt: NOW - 12_000,
  };
}

export const day = windowOf(24, 1);
export const week = windowOf(168, 1);
export const month = windowOf(720, 6);

/** @type {FlowRuns} */
export const none = {
  ...week,
  places: week.places.map(({ start }) => ({ start, runs: 0 })),
  figures: { counts: {}, ended: 0, unreported: 0 },
  failures: [],
  runs: [],
  read: 0,
};

/** Adobe returns only the newest three any more. @type {FlowRuns} */
export const partlyForgotten = {
  ...month,
  runs: month.runs.map((one, place) => ({ ...one, onlyHere: place > 2 })),
  onlyHere: month.read - 3,
};

/** Adobe did not answer. @type {FlowRuns} */
export const onlyKept = { ...week, problem: offline };

/** The disk is full. @type {FlowRuns} */
export const notKept = { ...week, historyProblem: diskFull };

/** @type {FlowRuns} */
export const tooMany = { ...windowOf(180 * 24, 24), read: 5000, total: 100_000, ahead: 2 };

const lost = /** @type {Run} */ (runs[0]);

/** @param {string} state as Adobe sent it */
const technical = (state) => [
  { label: 'Run ID', value: lost.id },
  { label: 'Dataflow ID', value: detail.row.id },
  { label: 'Batch ID', value: '01KAR8Q2M5TZ4V6Y01KAR8Q2M5' },
  { label: 'State as Adobe sent it', value: state },
];

/** @type {RunDetail} */
export const run = {
  run: { ...lost, startedAt: NOW - 2 * HOUR - 2 * MINUTE, completedAt: NOW - 30 * MINUTE, counts: { received: 340, ingested: 328, failed: 12 } },
  flowId: detail.row.id,
  sentence: '12 of 340 events were not ingested.',
  windowStart: NOW - 2 * HOUR - 2 * MINUTE,
  windowEnd: NOW - HOUR - 2 * MINUTE,
  balance: 0,
  bytesIn: 276_080,
  bytesOut: 141_368,
  activities: [
    {
      kind: 'copy',
      name: 'Copy Activity',
      state: 'success',
      stateAsSent: 'success',
      startedAt: NOW - 40 * MINUTE,
      completedAt: NOW - 36 * MINUTE,
      counts: { received: 340, ingested: 340 },
      errors: [],
    },
    {
      kind: 'promotion',
      name: 'Promotion Activity',
      state: 'partial_success',
      stateAsSent: 'partialSuccess',
      startedAt: NOW - 36 * MINUTE,
      completedAt: NOW - 30 * MINUTE,
      counts: { received: 340, ingested: 328, failed: 12 },
      errors: [{ code: 'DCVS-1111-400', message: 'uniqueId', count: 12 }],
    },
  ],
  failures: failures.slice(0, 1).map((failure) => ({ ...failure, count: 12, runs: 1 })),
  samples: [{ address: 'https://platform.adobe.io/data/foundation/export/batches/01KAR8Q2M5TZ4V6Y01KAR8Q2M5/failed', host: 'platform.adobe.io', own: true }],
  technical: technical('partialSuccess'),
  readAt: NOW - 12_000,
};

/** @type {RunDetail} */
export const foreignRun = {
  ...run,
  samples: [{ address: 'https://files.example/batches/01KAR8Q2M5/failed', host: 'files.example', own: false }],
};

const EVENTS = ['npsSubmitted', 'pollSubmitted', 'guideDisplayed'];
const ACCOUNTS = ['northwind-eu', 'fjordbank', 'halden-retail'];

/** @type {FailedEvents} */
export const failedEvents = {
  columns: ['_northwind.uniqueId', 'timestamp', 'eventType', '_northwind.visitorId', '_northwind.accountId', '_id'],
  rows: Array.from({ length: 12 }, (_, index) => ({
    reason: index === 4 ? 'uniqueId missing' : 'uniqueId empty',
    cells: [
      index === 4 ? null : '',
      new Date(NOW - 2 * HOUR + index * 4 * MINUTE).toISOString(),
      EVENTS[index % 3] ?? '',
      `v-${4100 + index * 37}`,
      ACCOUNTS[(index * 5) % 3] ?? '',
      '',
    ],
    guilty: [0],
  })),
  read: 12,
  more: false,
  unreadable: 0,
  notFollowed: [],
  readAt: NOW - 12_000,
};

/** @type {RunDetail} */
export const healthyRun = {
  ...run,
  samples: [],
  run: { ...run.run, state: 'success', stateAsSent: 'success', counts: { received: 340, ingested: 340, failed: 0 }, errors: [] },
  sentence: 'All 340 events of the last run were ingested.',
  activities: run.activities.map((part) => ({ ...part, state: 'success', stateAsSent: 'success', counts: { received: 340, ingested: 340, failed: 0 }, errors: [] })),
  failures: [],
  technical: technical('success'),
};

const { completedAt: _, ...begun } = run.run;

/** @type {RunDetail} */
export const workingRun = {
  ...run,
  run: { ...begun, state: 'in_progress', stateAsSent: 'inProgress', counts: {}, errors: [] },
  sentence: 'Experience Platform is processing this hour.',
  activities: [],
  failures: [],
  samples: [],
  technical: technical('inProgress'),
};
delete workingRun.balance;
delete workingRun.bytesIn;

/** @type {RunDetail} */
export const unreportedRun = {
  ...workingRun,
  run: { ...run.run, state: 'success', stateAsSent: 'success', counts: {}, errors: [] },
  technical: technical('success'),
  sentence: 'The last run ended well.',
};

/** @type {RunDetail} */
export const oddRun = {
  ...run,
  run: { ...run.run, state: 'unknown', stateAsSent: 'MARINATING', completedAt: NOW + DAY, counts: { received: 340, ingested: 300, failed: 12 } },
  technical: technical('MARINATING'),
  sentence: 'Shown as Adobe sent it.',
  balance: 28,
};
