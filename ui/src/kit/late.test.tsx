import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Component, type ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { late } from './late';

/** As the window's own, it shows what failed anew when asked. */
class Again extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? (
      <button type="button" onClick={() => this.setState({ failed: false })}>
        Again
      </button>
    ) : (
      this.props.children
    );
  }
}

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
    <Again>
      <Screen name="Northwind" />
    </Again>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Again' }));
  expect(await screen.findByText('Part of Northwind')).toBeTruthy();
});
