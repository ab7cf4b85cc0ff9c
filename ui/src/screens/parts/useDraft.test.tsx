import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer, NOW } from '../../../build/test-screen';
import { watchClosing } from '../../api/closing';
import { transport } from '../../api/transport';
import { useDraft } from './useDraft';

watchClosing();

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

interface Values {
  name: string;
}

const DEFAULTS: Values = { name: 'Pendo events' };
const TYPED: Values = { name: 'Autumn survey' };

/** `arrived`: once a draft is on disk. */
function start(values: Values, arrived = Promise.resolve()) {
  const sent = answer({
    save_draft: (args) => arrived.then(() => ({ values: args.values, savedAt: NOW })),
    delete_draft: () => null,
  });
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const hook = renderHook(({ now }) => useDraft('setup', now, undefined), {
    wrapper,
    initialProps: { now: values },
  });
  return { ...hook, names: () => sent.map(({ name }) => name) };
}

const standStill = () => act(() => vi.advanceTimersByTimeAsync(2000));

test('what is typed is saved once it stands still', async () => {
  const { rerender, names } = start(DEFAULTS);
  rerender({ now: TYPED });
  await standStill();
  expect(names()).toEqual(['save_draft']);
});

test('what was typed a moment before the window closes is saved first', async () => {
  const { result, rerender, names } = start(DEFAULTS);
  const closes = vi.spyOn(transport, 'mayClose').mockImplementation(async () => {});
  rerender({ now: TYPED });
  expect(result.current.pending).toBe(true);
  window.dispatchEvent(new Event('inlet-closing'));
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(names()).toEqual(['save_draft']);
  expect(closes).toHaveBeenCalledOnce();
  expect(result.current).toMatchObject({ pending: false, savedAt: NOW });
});

test('what was typed a moment before the form is left is saved', async () => {
  const { rerender, unmount, names } = start(DEFAULTS);
  rerender({ now: TYPED });
  unmount();
  await standStill();
  expect(names()).toEqual(['save_draft']);
});

test('a draft on its way to the disk is deleted after it has arrived', async () => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const { result, rerender, names } = start(DEFAULTS, arrived);
  rerender({ now: TYPED });
  await standStill();
  act(() => void result.current.forget(TYPED));
  await standStill();
  expect(names()).toEqual(['save_draft']);
  arrive();
  await standStill();
  expect(names()).toEqual(['save_draft', 'delete_draft']);
  expect(result.current.savedAt).toBeUndefined();
});

test('starting over deletes the draft, and the suggestions do not become a new one', async () => {
  const { result, rerender, unmount, names } = start(TYPED);
  const fresh = { ...DEFAULTS };
  await act(() => result.current.forget(fresh));
  rerender({ now: fresh });
  await standStill();
  unmount();
  expect(names()).toEqual(['delete_draft']);
  expect(result.current.savedAt).toBeUndefined();
});
