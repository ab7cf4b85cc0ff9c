import { describe, expect, test } from 'vitest';
import type { FlowList } from './bindings/FlowList';
import type { FlowRow } from './bindings/FlowRow';
import { rowOf, takeIn } from './flowList';

function row(id: string, name = id): FlowRow {
  return {
    id,
    name,
    description: '',
    state: { kind: 'on' },
    status: { kind: 'healthy', label: 'Healthy', sentence: '' },
    source: { name: 'Pendo', id: 'pendo' },
    updatedBy: '',
    createdBy: '',
  };
}

function reply(over: Partial<FlowList>): FlowList {
  return {
    rows: [],
    gone: [],
    anew: false,
    more: false,
    cursor: 'm:1',
    known: 0,
    read: 0,
    complete: true,
    readAt: 1,
    offline: false,
    ...over,
  };
}

const first = takeIn(undefined, reply({ anew: true, rows: [row('a'), row('b'), row('c')] }));

describe('the list as the window keeps it', () => {
  test('a reply without changes leaves the very rows, and brings its facts', () => {
    const next = takeIn(first, reply({ cursor: 'm:2', readAt: 9 }));
    expect(next.rows).toBe(first.rows);
    expect([next.cursor, next.readAt]).toEqual(['m:2', 9]);
  });

  test('a changed row takes its old place, the others stay the same objects', () => {
    const next = takeIn(first, reply({ rows: [row('b', 'B')] }));
    expect(next.rows.map(({ name }) => name)).toEqual(['a', 'B', 'c']);
    expect(next.rows[0]).toBe(first.rows[0]);
    expect(first.rows[1]?.name).toBe('b');
  });

  test('new rows come in, rows that are gone leave, and each is still found by its id', () => {
    const next = takeIn(first, reply({ rows: [row('d')], gone: ['a', 'x'] }));
    expect(next.rows.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    expect(rowOf(next, 'd')?.id).toBe('d');
    expect(rowOf(next, 'a')).toBeUndefined();
    expect(rowOf(undefined, 'a')).toBeUndefined();
  });

  test('a list that begins anew keeps nothing of the old one', () => {
    expect(takeIn(first, reply({ anew: true, rows: [row('z')] })).rows.map(({ id }) => id)).toEqual(['z']);
  });
});
