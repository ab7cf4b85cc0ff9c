import { describe, expect, test } from 'vitest';
import type { AppError } from './bindings/AppError';
import type { Overview } from './bindings/Overview';
import type { Setup } from './bindings/Setup';
import type { SetupState } from './bindings/SetupState';
import type { TestEvent } from './bindings/TestEvent';
import {
  appStateInterval,
  checkInterval,
  flowListInterval,
  overviewInterval,
  reachInterval,
  restingInterval,
  setupInterval,
  testEventInterval,
} from './polling';

const inFront = { visible: true, practice: false, offline: false };
const complete = { more: false, complete: true };
const problem: AppError = {
  code: 'offline',
  title: 'No network',
  hint: '',
  owner: 'network',
  action: 'retry',
  fields: [],
};

describe('the list of dataflows', () => {
  test('is asked for again soon while pages stream in', () => {
    expect(flowListInterval({ ...complete, complete: false }, inFront)).toBeLessThan(1000);
  });

  test('the rest of what is known is asked for at once', () => {
    expect(flowListInterval({ ...complete, more: true }, inFront)).toBeLessThan(100);
  });

  test('rests at a minute in front and five minutes behind', () => {
    expect(flowListInterval(complete, inFront)).toBe(60_000);
    expect(flowListInterval(complete, { ...inFront, visible: false })).toBe(300_000);
  });

  test('a read that stopped early is not hammered', () => {
    expect(flowListInterval({ ...complete, complete: false, problem }, inFront)).toBe(60_000);
  });

  test('keeps up with the fast clock of practice mode', () => {
    expect(flowListInterval(complete, { ...inFront, practice: true })).toBeLessThan(20_000);
  });

  test('nothing is polled before the first answer', () => {
    expect(flowListInterval(undefined, inFront)).toBe(false);
  });
});

describe('offline', () => {
  const offline = { ...inFront, offline: true };

  test('nothing that rests is asked for again, in front or behind, in practice or not', () => {
    expect(restingInterval(offline)).toBe(false);
    expect(restingInterval({ ...offline, visible: false })).toBe(false);
    expect(restingInterval({ ...offline, practice: true })).toBe(false);
    expect(flowListInterval(complete, offline)).toBe(false);
    expect(flowListInterval({ ...complete, complete: false, problem }, offline)).toBe(false);
  });

  test('an overview rests too, of few dataflows or of many', () => {
    const overview = { complete: true } as Overview;
    expect(overviewInterval({ ...overview, flows: 3 }, offline)).toBe(false);
    expect(overviewInterval({ ...overview, flows: 3_000 }, offline)).toBe(false);
    expect(overviewInterval({ ...overview, flows: 3_000 }, inFront)).toBe(300_000);
  });

  test('what this computer has already is still taken', () => {
    expect(flowListInterval({ ...complete, more: true }, offline)).toBeLessThan(100);
  });

  test('the way back is looked for, less often behind', () => {
    expect(reachInterval(offline)).toBe(15_000);
    expect(reachInterval({ ...offline, visible: false })).toBe(60_000);
  });
});

test('a check is followed until it is done', () => {
  const check = { checkId: '1', steps: [], sandboxes: [], usable: false };
  expect(checkInterval({ ...check, done: false })).toBeLessThan(1000);
  expect(checkInterval({ ...check, done: true })).toBe(false);
});

test('the frame follows a set-up that moves by itself', () => {
  const state = {
    version: '1',
    dataFolder: '',
    keychain: { available: true },
    notices: [],
    setupsElsewhere: [],
    settings: { theme: 'system' as const, views: {} },
  };
  const setup = { setupId: '1', name: 'a', sandbox: 'dev', profileName: 'p', startedAt: 1 };
  expect(appStateInterval({ ...state, setups: [{ ...setup, state: 'running' }] })).toBeLessThan(2000);
  expect(appStateInterval({ ...state, setups: [{ ...setup, state: 'stopped' }] })).toBe(60_000);
});

describe('a set-up', () => {
  const setup = (state: SetupState): Setup => ({
    setupId: 'u1',
    form: {
      name: '',
      description: '',
      source: 'pendo',
      destination: { kind: 'existing_dataset', datasetId: '' },
      lines: [],
    },
    sandbox: 'dev',
    state,
    steps: [],
    choices: [],
    startedAt: 1,
  });

  test('is followed closely while it moves by itself', () => {
    for (const state of ['running', 'stopping', 'undoing'] as const) {
      expect(setupInterval(setup(state))).toBeLessThan(1000);
    }
  });

  test('rests where only a person moves it on', () => {
    for (const state of [
      'stopped',
      'unclear',
      'endpoint_pending',
      'undone',
      'undo_stopped',
      'left',
      'done',
    ] as const) {
      expect(setupInterval(setup(state))).toBe(false);
    }
  });
});

describe('a test event', () => {
  const event = (stage: TestEvent['stage']): TestEvent => ({
    testEventId: 't1',
    flowId: 'f1',
    label: '',
    bytes: 1,
    sentAt: 1,
    stage,
    sentence: '',
  });
  const accepted = event({ kind: 'accepted', receivedAt: 1 });

  test('is followed until it is known how it ended', () => {
    expect(testEventInterval(accepted, inFront)).toBeLessThan(60_000);
    expect(testEventInterval(event({ kind: 'not_seen', receivedAt: 1 }), inFront)).toBe(false);
    expect(
      testEventInterval(event({ kind: 'ingested', receivedAt: 1, runId: 'r', received: 1 }), inFront),
    ).toBe(false);
    expect(testEventInterval(event({ kind: 'refused', problem }), inFront)).toBe(false);
  });

  test('is not followed offline', () => {
    expect(testEventInterval(accepted, { ...inFront, offline: true })).toBe(false);
  });

  test('keeps up with the fast clock of practice mode, and slows down behind', () => {
    expect(testEventInterval(accepted, { ...inFront, practice: true })).toBeLessThan(2000);
    expect(testEventInterval(accepted, { ...inFront, visible: false })).toBe(300_000);
  });
});
