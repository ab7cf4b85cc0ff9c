import { describe, expect, test } from 'vitest';
import type { FlowRow } from '../../api/bindings/FlowRow';
import { countJudged, countProblems, inOrder, kept, runKey, type Wish, withStatus } from './rows';

function flow(id: string, over: Partial<FlowRow> = {}): FlowRow {
  return {
    id,
    name: `Flow ${id}`,
    description: '',
    state: { kind: 'on' },
    status: { kind: 'healthy', label: 'Healthy', sentence: '' },
    source: { name: 'Pendo', id: 'pendo' },
    updatedBy: '',
    createdBy: '',
    ...over,
  };
}

const all: Wish = { q: '', problems: false, sort: 'name', down: false, filters: {} };
const NOW = 1_800_000_000_000;
const DAY = 86_400_000;
const ids = (rows: FlowRow[], wish: Partial<Wish>) =>
  kept(inOrder(withStatus(rows, new Map()), { ...all, ...wish }), { ...all, ...wish }, NOW).map(
    ({ row }) => row.id,
  );

describe('searching', () => {
  const rows = [
    flow('a', { name: 'NPS responses – EMEA' }),
    flow('b', { source: { name: 'Chatlio', id: 'chatlio' } }),
  ];

  test('finds by name, source and id, in any case and any order of words', () => {
    expect(ids(rows, { q: 'emea nps' })).toEqual(['a']);
    expect(ids(rows, { q: 'chatlio' })).toEqual(['b']);
    expect(ids(rows, { q: 'B' })).toEqual(['b']);
  });
});

/** Numbers that say of a row that events were lost. */
function lost(row: FlowRow | undefined) {
  if (!row) throw new Error('there is a row');
  const status = { kind: 'some_lost' as const, label: 'Some events lost', sentence: '' };
  return new Map([[row.id, { status, run: runKey(row), readAt: 1 }]]);
}

describe('the freshest status', () => {
  const row = flow('a', { lastRun: { state: 'success', completedAt: 5 } });

  test('numbers of an earlier run do not hide what a later one says', () => {
    const later = { ...row, lastRun: { state: 'failed' as const, completedAt: 9 } };
    expect(withStatus([later], lost(row))[0]?.status.kind).toBe('healthy');
    expect(withStatus([row], lost(row))[0]?.status.kind).toBe('some_lost');
  });

  test('a row that did not change stays the same object', () => {
    expect(withStatus([row], new Map())[0]).toBe(withStatus([row], new Map())[0]);
  });

  test('what was judged by how the last run ended alone is counted apart', () => {
    const off = flow('b', { status: { kind: 'off', label: 'Off', sentence: '' } });
    expect(countJudged(withStatus([row, off], new Map()))).toBe(1);
    expect(countJudged(withStatus([row, off], lost(row)))).toBe(2);
  });
});

describe('filters', () => {
  const rows = [
    flow('a', { createdBy: 'You', updatedAt: NOW - DAY / 2 }),
    flow('b', { createdBy: 'M. Keller', updatedAt: NOW - 3 * DAY, state: { kind: 'off' } }),
    flow('c', { createdBy: 'You', source: { name: 'Chatlio', id: 'chatlio' } }),
  ];

  test.each<[Wish['filters'], string[]]>([
    [{ state: ['off'] }, ['b']],
    [{ state: ['off', 'on'] }, ['a', 'b', 'c']],
    [{ by: ['You'], source: ['Pendo'] }, ['a']],
    [{ status: ['failing'] }, []],
    [{ updated: '24h' }, ['a']],
    [{ updated: '7d' }, ['a', 'b']],
    [{ updated: 'older' }, ['c']],
    [{ ran: 'older' }, ['a', 'b', 'c']],
  ])('%j', (filters, kept) => {
    expect(ids(rows, { filters })).toEqual(kept);
  });
});

describe('only problems', () => {
  const rows = [flow('a'), flow('b', { status: { kind: 'failing', label: 'Failing', sentence: '' } })];

  test('keeps what needs attention', () => {
    expect(ids(rows, { problems: true })).toEqual(['b']);
  });

  test('a loss that only the last 24 hours tell of counts too', () => {
    expect(countProblems(withStatus(rows, lost(rows[0])))).toBe(2);
  });
});

describe('sorting', () => {
  test('numbers in names count as numbers', () => {
    expect(ids([flow('x', { name: 'Flow 10' }), flow('y', { name: 'Flow 9' })], {})).toEqual(['y', 'x']);
  });

  test('newest first; a dataflow without a run comes last', () => {
    const rows = [flow('a'), flow('b', { lastRun: { state: 'success', completedAt: 5 } })];
    expect(ids(rows, { sort: 'lastRun' })).toEqual(['b', 'a']);
  });

  test('worst status first, and turned round on request', () => {
    const rows = [flow('a'), flow('b', { status: { kind: 'failing', label: 'Failing', sentence: '' } })];
    expect(ids(rows, { sort: 'status' })).toEqual(['b', 'a']);
    expect(ids(rows, { sort: 'status', down: true })).toEqual(['a', 'b']);
  });

  test('equal rows keep one order whatever order they arrive in', () => {
    const rows = [flow('b', { name: 'Same' }), flow('a', { name: 'Same' })];
    expect(ids(rows, { sort: 'updated' })).toEqual(ids([...rows].reverse(), { sort: 'updated' }));
  });
});
