import { afterEach, expect, test, vi } from 'vitest';
import { beforeClosing, watchClosing } from './closing';
import { transport } from './transport';

afterEach(() => vi.restoreAllMocks());

watchClosing();

function answered() {
  return new Promise<void>((resolve) => {
    vi.spyOn(transport, 'mayClose').mockImplementation(async () => resolve());
  });
}

test('the window closes once all that was typed is written down, even where that fails', async () => {
  const steps: string[] = [];
  let written = () => {};
  const slow = new Promise<void>((resolve) => {
    written = resolve;
  });
  const forget = [
    beforeClosing(() => slow.then(() => steps.push('written'))),
    beforeClosing(() => Promise.reject(new Error('the disk is full'))),
  ];
  const done = answered().then(() => steps.push('closes'));
  window.dispatchEvent(new Event('inlet-closing'));
  written();
  await done;
  expect(steps).toEqual(['written', 'closes']);
  for (const one of forget) one();
});

test('a form that was left is not asked', async () => {
  const keep = vi.fn(async () => {});
  beforeClosing(keep)();
  const done = answered();
  window.dispatchEvent(new Event('inlet-closing'));
  await done;
  expect(keep).not.toHaveBeenCalled();
});
