import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { type Answers, answer, appState, draw, NOW, session } from '../../../build/test-screen';
import type { Replacement } from '../../api/bindings/Replacement';
import { ReplacementPanels } from './ReplacementPanel';

afterEach(() => vi.restoreAllMocks());

const one: Replacement = {
  setupId: 's1',
  old: { id: 'f-old', name: 'Old' },
  new: { id: 'f-new', name: 'New' },
  stage: 'address_to_paste',
  source: 'Pendo',
  title: 'Put the webhook address of “New” into Pendo',
  text: '“Old” stays on.',
  doubles: true,
  oldIsGone: false,
  begunAt: NOW,
};

function show(over: Partial<Replacement>, answers: Answers = {}) {
  const sent = answer({
    get_replacements: () => [{ ...one, ...over }],
    mark_replacement: () => null as never,
    ...answers,
  });
  draw(<ReplacementPanels flowId="f-old" />, appState({ session: session() }));
  return { sent, user: userEvent.setup() };
}

test('the old dataflow cannot be switched off from here before events are counted', async () => {
  for (const stage of ['address_to_paste', 'waiting_for_events'] as const) {
    const { sent } = show({ stage });
    expect((await screen.findAllByText(one.title)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: /^Switch/ })).toBeNull();
    expect(sent.map(({ name }) => name)).toEqual(['get_replacements']);
  }
});

test('once they are, one press does it', async () => {
  const done = { ...one, stage: 'done' as const };
  const { sent, user } = show({ stage: 'counted' }, { finish_replacement: () => done });
  await user.click(await screen.findByRole('button', { name: 'Switch Old off' }));
  await waitFor(() => expect(sent).toContainEqual({ name: 'finish_replacement', args: { setupId: 's1' } }));
});

test('doubles are warned of while both are on, and where it stands is told to everybody', async () => {
  show({});
  expect(await screen.findByText(/counted twice/)).toBeVisible();
  expect(screen.getByText('Address in Pendo').closest('li')).toHaveAttribute('aria-current', 'step');
  expect(screen.getByRole('link', { name: 'Open New' })).toHaveAttribute('href', '/dataflows/f-new');
});

test('a person says that the address is in place, or gives up', async () => {
  const { sent, user } = show({});
  await user.click(await screen.findByRole('button', { name: 'It is in Pendo' }));
  await waitFor(() =>
    expect(sent).toContainEqual({ name: 'mark_replacement', args: { setupId: 's1', mark: 'pasted' } }),
  );
  const panel = within(screen.getByRole('region', { name: 'Replacement of Old' }));
  await user.click(panel.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() =>
    expect(sent).toContainEqual({ name: 'mark_replacement', args: { setupId: 's1', mark: 'dismissed' } }),
  );
});
