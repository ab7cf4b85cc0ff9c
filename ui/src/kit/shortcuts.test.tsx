import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { useShortcuts } from './shortcuts';

function Page({ onNew, dialog = false }: { onNew: () => void; dialog?: boolean }) {
  useShortcuts({ n: onNew });
  return (
    <>
      <input aria-label="Search" />
      {dialog && <div role="dialog" aria-label="Rename" />}
    </>
  );
}

test('a letter works on the page, in either case', async () => {
  const onNew = vi.fn();
  render(<Page onNew={onNew} />);
  await userEvent.keyboard('nN');
  expect(onNew).toHaveBeenCalledTimes(2);
});

test('letters are off while typing', async () => {
  const onNew = vi.fn();
  render(<Page onNew={onNew} />);
  await userEvent.type(screen.getByLabelText('Search'), 'nnn');
  expect(onNew).not.toHaveBeenCalled();
});

test('letters are off behind a dialog and with a modifier held', async () => {
  const onNew = vi.fn();
  const { rerender } = render(<Page onNew={onNew} />);
  await userEvent.keyboard('{Control>}n{/Control}');
  rerender(<Page onNew={onNew} dialog />);
  await userEvent.keyboard('n');
  expect(onNew).not.toHaveBeenCalled();
});
