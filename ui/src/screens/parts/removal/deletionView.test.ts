import { describe, expect, test } from 'vitest';
import type { Deletion } from '../../../api/bindings/Deletion';
import type { DeletionRow } from '../../../api/bindings/DeletionRow';
import { barWords, changedIds, objectSteps, rowTick, secondsLeft } from './deletionView';

const row = (name: string, more: Partial<DeletionRow> = {}): DeletionRow => ({
  flowId: name.toLowerCase(),
  name,
  state: 'waiting',
  sentence: 'Waits',
  objects: [{ kind: 'flow', id: 'f', name, state: 'waiting', sentence: 'Not deleted yet' }],
  ...more,
});

const deletion = (rows: DeletionRow[], more: Partial<Deletion> = {}): Deletion => ({
  deletionId: 'd',
  kind: 'dataflows',
  state: 'waiting',
  sandbox: 'dev',
  elsewhere: false,
  rows,
  choices: [],
  webhooks: [],
  startedAt: 1,
  ...more,
});

test('the last second counts until it is over', () => {
  expect(secondsLeft(10_000, 0)).toBe(10);
  expect(secondsLeft(10_000, 9_001)).toBe(1);
  expect(secondsLeft(10_000, 12_000)).toBe(0);
});

describe('the bar', () => {
  test('counts down with the name of one, and with the number of many', () => {
    expect(barWords(deletion([row('NPS')]), 8)).toBe('“NPS” is deleted in 8 s.');
    expect(barWords(deletion([row('A'), row('B')]), 8)).toBe('2 dataflows are deleted in 8 s.');
  });

  test('says how far it is while it runs', () => {
    const rows = [row('A', { state: 'done' }), row('B', { state: 'running' })];
    expect(barWords(deletion(rows, { state: 'running' }), 0)).toBe('Deleting 2 dataflows: 1 of 2 done.');
  });

  test('ends with what is to be done in Pendo', () => {
    const rows = [row('NPS', { state: 'done', sentence: 'Deleted and checked.' })];
    expect(
      barWords(deletion(rows, { state: 'done', webhooks: [{ source: 'Pendo', turnOff: 'Settings' }] }), 0),
    ).toBe('“NPS”: Deleted and checked. Now turn off its webhook in Pendo.');
  });

  test('does not count a changed one as deleted', () => {
    const rows = [row('A', { state: 'done' }), row('B', { state: 'changed' })];
    const ended = deletion(rows, { state: 'done' });
    expect(barWords(ended, 0)).toBe(
      '1 of 2 dataflows deleted and checked. 1 was changed meanwhile and stays.',
    );
    expect(changedIds(ended)).toEqual(['b']);
  });
});

test('a removal without an answer spins while it runs and is unclear once nobody works on it', () => {
  const running = row('NPS', {
    objects: [{ kind: 'flow', id: 'f', name: 'NPS', state: 'running', sentence: '' }],
  });
  expect(objectSteps(running, true)[0]?.state).toBe('running');
  expect(objectSteps(running, false)[0]?.state).toBe('unclear');
});

test('a row that left something behind is no plain success', () => {
  const left = { kind: 'mapping_set', id: 'm', name: 'M', state: 'left_behind', sentence: '' } as const;
  expect(rowTick(row('NPS', { state: 'done', objects: [left] }))).toBe('stays');
  expect(rowTick(row('NPS', { state: 'done' }))).toBe('passed');
});
