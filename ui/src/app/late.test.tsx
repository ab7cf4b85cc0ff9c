import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ErrorBoundary } from './ErrorBoundary';
import { late } from './late';

const Part = ({ name }: { name: string }) => <p>{`Part of ${name}`}</p>;

test('what was fetched before is drawn at once', async () => {
  const Screen = late(async () => Part);
  await Screen.preload();
  const { container } = render(<Screen name="Northwind" />);
  expect(container.textContent).toBe('Part of Northwind');
});

test('what was not is fetched when it is drawn, and shows as soon as it comes', async () => {
  const Screen = late(async () => Part);
  const { container } = render(<Screen name="Northwind" />);
  expect(container.textContent).toBe('');
  expect(await screen.findByText('Part of Northwind')).toBeTruthy();
});

test('it is fetched once, however often it is asked for', async () => {
  const fetch = vi.fn(async () => Part);
  const Screen = late(fetch);
  await Promise.all([Screen.preload(), Screen.preload()]);
  await Screen.preload();
  expect(fetch).toHaveBeenCalledOnce();
});

test('asking ahead for what cannot be fetched troubles nobody', async () => {
  const Screen = late(() => Promise.reject(new Error('gone')));
  await expect(Screen.preload()).resolves.toBeUndefined();
});

test('what could not be fetched says so, and is fetched anew when it is shown again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const fetch = vi.fn(async () => Part).mockRejectedValueOnce(new Error('gone'));
  const Screen = late(fetch);
  render(
    <ErrorBoundary>
      <Screen name="Northwind" />
    </ErrorBoundary>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Show the page again' }));
  expect(await screen.findByText('Part of Northwind')).toBeTruthy();
});
