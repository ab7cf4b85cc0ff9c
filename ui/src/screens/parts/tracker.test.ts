import { describe, expect, test } from 'vitest';
import type { AppError } from '../../api/bindings/AppError';
import type { TestStage } from '../../api/bindings/TestStage';
import { trackerMarks } from './tracker';

const problem: AppError = {
  code: 'refused',
  title: 'The streaming endpoint did not take it',
  hint: '',
  owner: 'adobe',
  action: 'retry',
  fields: [],
};

function marks(stage: TestStage, now = 2) {
  const event = {
    testEventId: 't',
    flowId: 'f',
    label: 'NPS answer',
    bytes: 612,
    sentAt: 1,
    stage,
    sentence: '',
  };
  return trackerMarks(event, 'Pendo NPS events', now);
}

const states = (stage: TestStage) => marks(stage).map(({ state }) => state);

describe('a test event is never said to be further than is known', () => {
  const at = { receivedAt: 1, runId: 'r' };

  test.each<[TestStage, string[]]>([
    [{ kind: 'sent' }, ['done', 'running', 'ahead', 'ahead']],
    [{ kind: 'refused', problem }, ['done', 'failed', 'ahead', 'ahead']],
    [{ kind: 'accepted', receivedAt: 1 }, ['done', 'done', 'running', 'ahead']],
    [{ kind: 'in_run', ...at }, ['done', 'done', 'done', 'running']],
    [{ kind: 'ingested', ...at, received: 1 }, ['done', 'done', 'done', 'done']],
    [
      { kind: 'uncertain', ...at, counts: { received: 340, ingested: 337, failed: 3 } },
      ['done', 'done', 'done', 'notice'],
    ],
    [{ kind: 'not_seen', receivedAt: 1 }, ['done', 'done', 'notice', 'ahead']],
  ])('%j', (stage, expected) => {
    expect(states(stage)).toEqual(expected);
  });

  test('accepted means received', () => {
    expect(marks({ kind: 'accepted', receivedAt: 1 })[1]?.text).toBe('Received, not yet ingested');
  });

  test('a run that lost some does not say which', () => {
    const [, , run, end] = marks({
      kind: 'uncertain',
      ...at,
      counts: { received: 340, ingested: 337, failed: 3 },
    });
    expect(run?.text).toBe('340 received, 3 failed');
    expect(end?.name).toBe('Perhaps ingested');
  });

  test('an answer that does not come is no answer, and nobody spins for ever', () => {
    expect(marks({ kind: 'sent' }, 60_002)[1]).toMatchObject({ name: 'No answer', state: 'notice' });
  });

  test('a run that received nothing did not lose the event', () => {
    const counts = { received: 0, ingested: 0, failed: 0 };
    expect(marks({ kind: 'uncertain', ...at, counts })[3]?.state).toBe('notice');
  });

  test('a number that is not reported is said so in words', () => {
    const [, , run] = marks({ kind: 'uncertain', ...at, counts: { received: 340 } });
    expect(run?.text).toBe('340 received, failures not reported');
    expect(marks({ kind: 'uncertain', ...at, counts: {} })[2]?.text).toBe('Its numbers are not reported');
  });

  test('a run that ingested nothing is an answer', () => {
    const [, , , end] = marks({ kind: 'uncertain', ...at, counts: { received: 2, ingested: 0, failed: 2 } });
    expect(end).toMatchObject({ name: 'Not ingested', state: 'failed' });
  });
});
