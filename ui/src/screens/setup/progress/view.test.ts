import { describe, expect, test } from 'vitest';
import type { Setup } from '../../../api/bindings/Setup';
import type { SetupState } from '../../../api/bindings/SetupState';
import type { SetupStep } from '../../../api/bindings/SetupStep';
import { choicesOf, momentOf, objectsMade, percentDone, stepRows } from './view';

const step = (
  kind: SetupStep['kind'],
  state: SetupStep['state'],
  over: Partial<SetupStep> = {},
): SetupStep => ({
  kind,
  state,
  sentence: `About the ${kind}`,
  ...over,
});

function setup(state: SetupState, over: Partial<Setup> = {}): Setup {
  return {
    setupId: 'u1',
    form: {
      name: 'NPS',
      description: '',
      source: 'pendo',
      destination: { kind: 'starter', datasetName: 'Place' },
      lines: [],
    },
    sandbox: 'dev',
    state,
    steps: [
      step('check', 'done'),
      step('field_group', 'done', { tookMs: 1100 }),
      step('schema', 'picked'),
      step('dataset', 'running'),
      step('flow', 'waiting'),
    ],
    choices: [],
    startedAt: 0,
    ...over,
  };
}

test('while it runs, the step is counted and the bar shows what is finished', () => {
  expect(momentOf(setup('running'), 'Pendo').lead).toBe('Step 4 of 5');
  expect(percentDone(setup('running'))).toBe(60);
});

test('where it stopped is said by the name of the object', () => {
  const steps = [step('check', 'done'), step('dataset', 'failed'), step('flow', 'waiting')];
  expect(momentOf(setup('stopped', { steps }), 'Pendo').lead).toContain('stopped at the dataset');
  const unclear = [step('source_connection', 'unclear')];
  expect(momentOf(setup('unclear', { steps: unclear }), 'Pendo').heading).toBe(
    'Was the source connection made?',
  );
});

test('an undo tells whether something stays behind', () => {
  const gone = [step('schema', 'removed')];
  expect(momentOf(setup('undone', { steps: gone }), 'Pendo').lead).toContain(
    'Everything that was made is removed',
  );
  expect(momentOf(setup('undone', { steps: [step('schema', 'left_behind')] }), 'Pendo').lead).toContain(
    'stays behind',
  );
  expect(momentOf(setup('undone', { steps: [...gone, step('dataset', 'unclear')] }), 'Pendo').lead).toContain(
    'not clear',
  );
});

test('where undo stopped, nothing that is still there has a green tick', () => {
  const steps = [
    step('check', 'done'),
    step('schema', 'done'),
    step('dataset', 'done'),
    step('flow', 'removed'),
  ];
  const rows = stepRows(setup('undo_stopped', { steps }));
  expect(rows.map(({ state }) => state)).toEqual(['skipped', 'stays', 'failed', 'removed']);
  expect(rows[2]?.aside).toBe('not removed');
});

test('a step shows its time, or that it exists, or what undo did to it', () => {
  const rows = stepRows(
    setup('running', { steps: [...setup('running').steps, step('mapping_set', 'removed')] }),
  );
  expect(rows.map(({ aside }) => aside)).toEqual([
    undefined,
    '1.1 s',
    'exists',
    undefined,
    undefined,
    'removed',
  ]);
});

test('what was only picked or looked at does not count as made', () => {
  expect(objectsMade(setup('done')).map(({ kind }) => kind)).toEqual(['field_group']);
});

describe('what can be chosen', () => {
  test('comes from the application, best first, and never includes Cancel', () => {
    const choices = choicesOf(
      setup('unclear', { choices: ['cancel', 'leave', 'undo', 'create_again', 'resume'] }),
    );
    expect(choices.map(({ label }) => label)).toEqual([
      'Look again',
      'Make it again',
      'Undo set-up',
      'Leave as is, finish later',
    ]);
  });

  test('for an address that is not ready is to check again', () => {
    expect(choicesOf(setup('endpoint_pending', { choices: ['resume'] })).map(({ label }) => label)).toEqual([
      'Check again',
    ]);
  });
});
