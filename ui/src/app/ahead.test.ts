import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchAhead } from './ahead';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const arrives = () => vi.fn(async () => undefined);

test('nothing is fetched while the window is still coming up', async () => {
  const first = arrives();
  fetchAhead([first]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(first).not.toHaveBeenCalled();
});

test('the next part waits until the one before it is there', async () => {
  let arrive: () => void = () => undefined;
  const first = vi.fn(() => new Promise<void>((resolve) => (arrive = resolve)));
  const second = arrives();
  fetchAhead([first, second]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(first).toHaveBeenCalledOnce();
  expect(second).not.toHaveBeenCalled();
  arrive();
  await vi.advanceTimersByTimeAsync(1000);
  expect(second).toHaveBeenCalledOnce();
});

test('a part that cannot be fetched keeps the others from nothing', async () => {
  const second = arrives();
  fetchAhead([() => Promise.reject(new Error('gone')), second]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(second).toHaveBeenCalledOnce();
});

test('called off, it fetches no more', async () => {
  const second = arrives();
  const callOff: () => void = fetchAhead([async () => callOff(), second]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(second).not.toHaveBeenCalled();
});

test('while somebody types, nothing is fetched', async () => {
  const first = arrives();
  const second = arrives();
  const callOff = fetchAhead([first, second]);
  for (let key = 0; key < 30; key += 1) {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(first).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1500);
  expect(first).toHaveBeenCalledOnce();
  expect(second).toHaveBeenCalledOnce();
  callOff();
});

test('what is typed while a part arrives holds back the one after it', async () => {
  let arrive: () => void = () => undefined;
  const second = arrives();
  const callOff = fetchAhead([() => new Promise<void>((resolve) => (arrive = resolve)), second]);
  await vi.advanceTimersByTimeAsync(1500);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  arrive();
  await vi.advanceTimersByTimeAsync(1000);
  expect(second).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(600);
  expect(second).toHaveBeenCalledOnce();
  callOff();
});
