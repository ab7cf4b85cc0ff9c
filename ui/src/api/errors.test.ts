import { describe, expect, test, vi } from 'vitest';
import type { AppError } from './bindings/AppError';
import { appErrorOf, CallError, fieldMessages, problemWords, supportText } from './errors';

const refused: AppError = {
  code: 'permission_missing',
  title: 'This sign-in may not read sources',
  hint: 'The role lacks a permission.',
  owner: 'administrator',
  action: 'ask_administrator',
  fields: [],
  detail: { status: 403, service: 'Flow Service', requestId: 'K3nT8vQx' },
};

describe('what a failed call becomes', () => {
  test('an error of the application is kept as it is', () => {
    expect(appErrorOf(CallError.from(refused))).toBe(refused);
  });

  test('anything else says that Inlet did not answer, and offers to try again', () => {
    const error = appErrorOf(new TypeError('Failed to fetch'));
    expect(error.title).toBe('Inlet did not answer');
    expect(error.action).toBe('retry');
  });
});

describe('the problem panel', () => {
  test('offers the action that the screen can carry out', () => {
    const ask = vi.fn();
    const words = problemWords(refused, { ask_administrator: ask, retry: vi.fn() });
    expect(words.action?.label).toBe('Copy text for your administrator');
    words.action?.onPress();
    expect(ask).toHaveBeenCalledOnce();
  });

  test('falls back to trying again, under that name', () => {
    expect(problemWords(refused, { retry: vi.fn() }).action?.label).toBe('Try again');
  });

  test('has no button that nothing stands behind', () => {
    expect(problemWords(refused, {}).action).toBeUndefined();
  });
});

test('support gets code, status, service and request id, and no empty lines', () => {
  expect(supportText(refused).split('\n')).toEqual([
    'What happened: This sign-in may not read sources',
    'Why: The role lacks a permission.',
    'Kind: permission_missing',
    'Service: Flow Service',
    'Status: 403',
    'Request ID: K3nT8vQx',
  ]);
});

test('messages are found by the field they belong to', () => {
  const error: AppError = { ...refused, fields: [{ field: 'name', message: 'Give it a name' }] };
  expect(fieldMessages(error)).toEqual({ name: 'Give it a name' });
});
