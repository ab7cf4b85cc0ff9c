import { describe, expect, test } from 'vitest';
import type { FlowRow } from '../../api/bindings/FlowRow';
import { arrange, countProblems, type Wish, withStatus } from './rows';

function flow(id: string, over: Partial<FlowRow> = {}): FlowRow {
  return {
    id,
    name: `Flow ${id}`,
    description: '',
    state: { kind: 'on' },
    status: { kind: 'healthy', label: 'Healthy', sentence: '' },
    source: { name: 'Pendo', isPendo: true },
    updatedBy: '',
    createdBy: '',
    ...over,
  };
}

const all: Wish = { q: '', problems: false, sort: 'name', down: false };
const ids = (rows: FlowRow[], wish: Partial<Wish>) =>
  arrange(withStatus(rows, new Map()), { ...all, ...wish }).map(({ row }) => row.id);

describe('searching', () => {
  const rows = [
    flow('a', { name: 'NPS responses – EMEA' }),
    flow('b', { source: { name: 'Chatlio', isPendo: false } }),
  ];

  test('finds by name, source and id, in any case and any order of words', () => {
    expect(ids(rows, { q: 'emea nps' })).toEqual(['a']);
    expect(ids(rows, { q: 'chatlio' })).toEqual(['b']);
    expect(ids(rows, { q: 'B' })).toEqual(['b']);
  });
});

describe('only problems', () => {
  const rows = [flow('a'), flow('b', { status: { kind: 'failing', label: 'Failing', sentence: '' } })];

  test('keeps what needs attention', () => {
    expect(ids(rows, { problems: true })).toEqual(['b']);
  });

  test('a loss that only the last 24 hours tell of counts too', () => {
    const known = new Map([['a', { kind: 'some_lost' as const, label: 'Some events lost', sentence: '' }]]);
    expect(countProblems(withStatus(rows, known))).toBe(2);
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
