import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, appState, draw, NOW } from '../../../build/test-screen';
import type { SetupState } from '../../api/bindings/SetupState';
import { UnfinishedSetups } from './UnfinishedSetups';

afterEach(() => vi.restoreAllMocks());

const setup = (state: SetupState) => ({
  setupId: 's1',
  name: 'NPS',
  sandbox: 'prod-eu',
  profileName: 'Northwind',
  state,
  startedAt: NOW,
});

function show(state: SetupState) {
  const sent = answer({
    get_app_state: () => appState(),
    resume_setup: () => new Promise(() => undefined),
    undo_setup: () => new Promise(() => undefined),
    leave_setup: () => new Promise(() => undefined),
  });
  draw(<UnfinishedSetups setups={[setup(state)]} elsewhere={[]} />, appState());
  return { sent, user: userEvent.setup() };
}

test.each([
  ['Resume', 'resume_setup', { setupId: 's1', createAgain: false }],
  ['Undo', 'undo_setup', { setupId: 's1' }],
  ['Leave as is', 'leave_setup', { setupId: 's1' }],
])('a half-made dataflow offers %s', async (label, name, args) => {
  const { sent, user } = show('stopped');
  await user.click(screen.getByRole('button', { name: label }));
  await waitFor(() => expect(sent).toEqual([{ name, args }]));
});

test('while one choice is under way the others cannot be pressed', async () => {
  const { user } = show('stopped');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Resume' })).toBeDisabled());
});

test('an unclear step is never resumed blindly: it has to be looked at', () => {
  show('unclear');
  expect(screen.queryByRole('button', { name: 'Resume' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Open set-up' })).toBeInTheDocument();
});

test('what is done is not mentioned', () => {
  show('done');
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
});

test('set-ups elsewhere are named with their sandbox and sign-in', () => {
  answer({ get_app_state: () => appState() });
  draw(<UnfinishedSetups setups={[]} elsewhere={[setup('left')]} />, appState());
  expect(screen.getByText(/“NPS” in prod-eu \(Northwind\)/)).toBeInTheDocument();
});
