import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ClipboardContext } from './clipboard';
import { ProblemPanel } from './ProblemPanel';

test('says what happened at once and offers one way out', async () => {
  const again = vi.fn();
  render(
    <ProblemPanel
      title="No network"
      hint="Nothing was lost."
      action={{ label: 'Try again', onPress: again }}
    />,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('No networkNothing was lost.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(again).toHaveBeenCalledOnce();
  expect(screen.getAllByRole('button')).toHaveLength(1);
});

test('copying for support says whether it worked', async () => {
  const copy = vi.fn().mockRejectedValueOnce(new Error('denied')).mockResolvedValueOnce(undefined);
  render(
    <ClipboardContext value={copy}>
      <ProblemPanel title="No network" supportText="Kind: offline" />
    </ClipboardContext>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Copy for support' }));
  expect(await screen.findByRole('button', { name: 'Copying failed' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Copying failed' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeInTheDocument();
  expect(copy).toHaveBeenLastCalledWith('Kind: offline');
});
