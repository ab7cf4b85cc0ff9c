import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { type Answers, answer, appState, draw, NOW } from '../../../build/test-screen';
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

function show(state: SetupState, answers: Answers = {}) {
  const sent = answer({
    get_app_state: () => appState(),
    resume_setup: () => new Promise(() => undefined),
    undo_setup: () => new Promise(() => undefined),
    leave_setup: () => new Promise(() => undefined),
    ...answers,
  });
  draw(<UnfinishedSetups setups={[setup(state)]} elsewhere={[]} />, appState());
  return { sent, user: userEvent.setup() };
}

test.each([
  ['Resume', 'resume_setup', { setupId: 's1', createAgain: false }],
  ['Leave as is', 'leave_setup', { setupId: 's1' }],
])('a half-made dataflow offers %s', async (label, name, args) => {
  const { sent, user } = show('stopped');
  await user.click(screen.getByRole('button', { name: label }));
  await waitFor(() => expect(sent).toEqual([{ name, args }]));
});

test('undo deletes at Adobe, so it is asked once more and names the sandbox', async () => {
  const { sent, user } = show('stopped');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog).toHaveTextContent('prod-eu');
  expect(sent).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Undo set-up' }));
  await waitFor(() => expect(sent).toEqual([{ name: 'undo_setup', args: { setupId: 's1' } }]));
});

test('a choice that failed says why in its place, and tries that choice again', async () => {
  let tries = 0;
  const { sent, user } = show('stopped', {
    leave_setup: () => {
      tries += 1;
      throw {
        code: 'disk_full',
        title: 'Not saved',
        hint: '',
        owner: 'you',
        action: 'free_disk',
        fields: [],
      };
    },
  });
  await user.click(screen.getByRole('button', { name: 'Leave as is' }));
  await user.click(within(await screen.findByRole('alert')).getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(tries).toBe(2));
  expect(sent.every(({ name }) => name === 'leave_setup')).toBe(true);
});

test('while one choice is under way the others cannot be pressed', async () => {
  const { user } = show('stopped');
  await user.click(screen.getByRole('button', { name: 'Leave as is' }));
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
