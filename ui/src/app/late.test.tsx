import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test, vi } from 'vitest';
import { late } from './late';

const Part = ({ name }: { name: string }) => <p>{`Part of ${name}`}</p>;

test('what was fetched before is drawn at once, without a placeholder', async () => {
  const Screen = late(async () => Part);
  await Screen.preload();
  const { container } = render(
    <Suspense fallback="Wait">
      <Screen name="Northwind" />
    </Suspense>,
  );
  expect(container.textContent).toBe('Part of Northwind');
});

test('what was not is fetched when it is drawn', async () => {
  let arrive: () => void = () => undefined;
  const Screen = late(() => new Promise<typeof Part>((resolve) => (arrive = () => resolve(Part))));
  await act(async () => {
    render(
      <Suspense fallback="Wait">
        <Screen name="Northwind" />
      </Suspense>,
    );
  });
  expect(screen.getByText('Wait')).toBeTruthy();
  await act(async () => arrive());
  expect(screen.getByText('Part of Northwind')).toBeTruthy();
});

test('it is fetched once, however often it is asked for', async () => {
  const fetch = vi.fn(async () => Part);
  const Screen = late(fetch);
  await Promise.all([Screen.preload(), Screen.preload()]);
  expect(Screen.preload()).toBeUndefined();
  expect(fetch).toHaveBeenCalledOnce();
});

test('asking ahead for what cannot be fetched troubles nobody', async () => {
  const Screen = late(() => Promise.reject(new Error('gone')));
  await expect(Screen.preload()).resolves.toBeUndefined();
});
