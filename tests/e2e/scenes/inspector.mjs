// The event inspector: what comes in, what became of it, and what is sent.
import { held, refuse } from '../support/pose.mjs';
import { detail, list } from './flows.mjs';
import { atHome, broken, gone, production, signedIn } from './people.mjs';
import { preview, sample } from './setups.mjs';

/** @typedef {import('../../../ui/src/api/bindings/Inspection').Inspection} Inspection */
/** @typedef {import('../../../ui/src/api/bindings/InspectedRow').InspectedRow} InspectedRow */
/** @typedef {import('../../../ui/src/api/bindings/InspectedEvent').InspectedEvent} InspectedEvent */
/** @typedef {import('../../../ui/src/api/bindings/EventOutcome').EventOutcome} EventOutcome */
/** @typedef {import('playwright-core').Page} Page */

const flow = detail.row.id;
const chosen = `/event-inspector?flow=${flow}`;
const looked = `${chosen}&inspection=i1`;

/** @type {Record<EventOutcome, Omit<InspectedRow, 'number' | 'uniqueId'>>} */
const ROWS = {
  good: { outcome: 'good', name: 'guideDisplayed', problem: '', sent: 'no' },
  gaps: { outcome: 'gaps', name: 'npsSubmitted', problem: 'Experience Platform says: the attribute properties.npsComment is not in the event', sent: 'no' },
  lost: { outcome: 'lost', name: 'pollSubmitted', problem: 'Nothing fills “_id”, which every record needs.', sent: 'no' },
  unread: { outcome: 'unread', name: '', problem: 'This is not JSON (line 1, column 14): JSON has no NaN and no Infinity; write null or a number.', sent: 'no' },
  waiting: { outcome: 'waiting', name: 'guideDisplayed', problem: '', sent: 'no' },
};
/** @type {EventOutcome[]} */
const PATTERN = ['good', 'good', 'gaps', 'good', 'lost', 'good', 'good', 'unread', 'good', 'gaps'];

/** @param {number} index @param {EventOutcome} outcome @returns {InspectedRow} */
const rowAt = (index, outcome) => ({
  ...ROWS[outcome],
  number: index + 1,
  uniqueId: outcome === 'unread' ? '' : (index * 7919 + 305419896).toString(16).padStart(12, '0'),
});

/** @param {number} index @returns {EventOutcome} */
const outcomeAt = (index) => PATTERN[index % PATTERN.length] ?? 'good';

/** @type {Inspection} */
const done = {
  inspectionId: 'i1',
  flowId: flow,
  state: 'done',
  events: 340,
  leftOut: 0,
  linesLeftOut: 0,
  counts: { waiting: 0, good: 204, gaps: 68, lost: 34, unread: 34 },
  toSend: 204,
  gapsToSend: 68,
};

/** @param {number} number @returns {InspectedEvent} */
function eventAt(number) {
  const outcome = outcomeAt(number - 1);
  const row = rowAt(number - 1, outcome);
  const problems = row.problem === '' ? [] : [{ field: outcome === 'lost' ? '_id' : '', message: row.problem, loses: outcome !== 'gaps' }];
  if (outcome === 'unread') return { row, fields: [], warnings: [], record: null, problems };
  if (outcome === 'lost') problems.push({ field: '_northwind.pendo.poll.score', message: '“_northwind.pendo.poll.score” is 11; the schema ends at 10.', loses: true });
  return { row, fields: sample.fields, warnings: [], record: preview.record, problems };
}

/** @param {Inspection} [one] @returns {import('../support/pose.mjs').Replies} */
const replies = (one = done) => ({
  get_app_state: atHome,
  list_profiles: [],
  list_flows: list,
  get_flow: detail,
  start_inspection: one,
  get_inspection: one,
  list_inspected: ({ outcome, skip, limit }) => {
    const indices = Array.from({ length: one.events }, (_, index) => index);
    const wanted = indices.filter((index) => !outcome || outcomeAt(index) === outcome);
    return { total: wanted.length, rows: wanted.slice(skip, skip + limit).map((index) => rowAt(index, outcomeAt(index))) };
  },
  get_inspected: ({ number }) => eventAt(number),
  send_inspected: one,
  stop_inspection: one,
});

/** @param {string} text @returns {(page: Page) => Promise<void>} */
const paste = (text) => async (page) => {
  await page.getByRole('textbox', { name: 'Events, as JSON' }).fill(text);
  await page.getByRole('button', { name: 'Check events' }).click();
};
/** @param {number} number @returns {(page: Page) => Promise<void>} */
const open = (number) => (page) => page.getByRole('option').nth(number - 1).click();
/** @param {Page} page */
const askToSend = (page) => page.getByRole('button', { name: 'Send good events…' }).click();

/** @type {Inspection} */
const checking = { ...done, state: 'running', events: 10_000, counts: { waiting: 6_150, good: 2_310, gaps: 770, lost: 385, unread: 385 }, toSend: 2_310, gapsToSend: 770 };
/** @type {Inspection} */
const sending = { ...done, toSend: 121, sending: { state: 'running', wanted: 204, accepted: 83, unclear: 0 } };

/** @type {Record<string, import('./index.mjs').Scene>} */
export const inspector = {
  'no-dataflow': { path: '/event-inspector', replies: replies(), shows: 'Choose a dataflow: its mapping and its schema decide' },
  empty: { path: chosen, replies: replies(), shows: 'Paste events or choose a file to check them' },
  'file-held': {
    path: chosen,
    replies: replies(),
    act: (page) => page.locator('input[type=file]').setInputFiles({ name: 'pendo-events-2026-11.jsonl', mimeType: 'application/json', buffer: Buffer.from('{"event":"npsSubmitted"}\n'.repeat(90_000)) }),
    shows: 'pendo-events-2026-11.jsonl',
  },
  'too-large': {
    path: chosen,
    replies: replies(),
    act: (page) =>
      page.getByRole('textbox', { name: 'Events, as JSON' }).evaluate((field) => {
        const file = new File([new Uint8Array(50_400_000)], 'export.json');
        const dropped = new DataTransfer();
        dropped.items.add(file);
        field.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
      }),
    shows: 'At most 50 MB are read at a time',
  },
  refused: {
    path: chosen,
    replies: {
      ...replies(),
      start_inspection: refuse({
        code: 'validation',
        title: 'Some entries need a correction',
        hint: '',
        owner: 'you',
        action: 'edit_fields',
        fields: [{ field: 'text', message: 'This JSON is cut short: it ends at line 1, column 23, in the middle of a list.' }],
      }),
    },
    act: paste('[{"event":"npsSubmitted"}'),
    shows: 'This JSON is cut short',
  },
  trouble: { path: chosen, replies: { ...replies(), start_inspection: refuse(broken) }, act: paste('{"event":"npsSubmitted"}'), shows: broken.title },
  reading: { path: looked, replies: { ...replies(), get_inspection: held }, shows: 'Reading the events…' },
  checking: { path: looked, replies: replies(checking), shows: '3,850 of 10,000' },
  results: { path: looked, replies: replies(), shows: 'Choose an event' },
  many: {
    path: looked,
    replies: replies({ ...checking, state: 'done', leftOut: 2_345, counts: { waiting: 0, good: 6_000, gaps: 2_000, lost: 1_000, unread: 1_000 }, toSend: 6_000, gapsToSend: 2_000 }),
    act: async (page) => {
      await page.getByRole('listbox', { name: 'Events' }).focus();
      await page.keyboard.press('End');
    },
    shows: 'Event 10,000',
  },
  'fixed-texts': { path: looked, replies: replies({ ...done, linesLeftOut: 2 }), shows: /2 field mappings fill in a fixed text/ },
  event: { path: looked, replies: replies(), act: open(1), shows: 'would ingest this event whole' },
  'event-lost': { path: looked, replies: replies(), act: open(5), shows: 'would not ingest this event' },
  'event-fields': {
    path: looked,
    replies: replies(),
    act: async (page) => {
      await open(3)(page);
      await page.getByRole('tab', { name: 'Fields of the event' }).click();
    },
    shows: 'leave fields of its record empty',
  },
  filtered: {
    path: looked,
    replies: replies(),
    act: async (page) => {
      await page.getByRole('button', { name: 'Not an event 34' }).click();
      await open(1)(page);
    },
    shows: 'This cannot be read as an event.',
  },
  stopped: { path: looked, replies: replies({ ...checking, state: 'stopped' }), shows: 'Stopped: 6,150 events were not checked.' },
  'check-failed': { path: looked, replies: replies({ ...checking, state: 'stopped', problem: broken }), shows: broken.title },
  send: { path: looked, replies: replies(), act: askToSend, shows: 'Send 204 events?' },
  'send-production': {
    path: looked,
    replies: {
      ...replies({ ...done, typeToConfirm: production.name }),
      get_app_state: { ...atHome, session: { ...signedIn, sandbox: production } },
    },
    act: askToSend,
    shows: /Type the sandbox’s name/,
  },
  sending: { path: looked, replies: replies(sending), shows: '83 of 204' },
  sent: { path: looked, replies: replies({ ...done, toSend: 0, sending: { state: 'done', wanted: 204, accepted: 203, unclear: 1 } }), shows: /203 events were received/ },
  'send-refused': {
    path: looked,
    replies: replies({
      ...sending,
      sending: {
        state: 'stopped',
        wanted: 204,
        accepted: 83,
        unclear: 0,
        problem: { ...broken, code: 'rate_limited', title: 'Too many requests', hint: 'The streaming endpoint asks to wait. Send the rest in a minute.' },
      },
    }),
    shows: 'Too many requests',
  },
  gone: { path: looked, replies: { ...replies(), get_inspection: refuse(gone) }, shows: gone.title },
};

