import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { answer, appState, draw, NOW, session } from '../../../build/test-screen';
import type { AccountSource } from '../../api/bindings/AccountSource';
import { CallError } from '../../api/errors';
import { NewAccountScreen } from './NewAccountScreen';

const source: AccountSource = {
  specId: 'spec',
  name: 'PathFactory',
  ways: [
    {
      name: 'Basic Authentication',
      about: '',
      fields: [
        { path: 'username', label: 'Username', help: '', required: true, kind: { kind: 'text', limits: {} } },
        {
          path: 'password',
          label: 'Password',
          help: '',
          required: true,
          kind: { kind: 'secret', limits: {} },
        },
      ],
    },
  ],
};

async function filled() {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /Choose a source/ }));
  await user.click(await screen.findByRole('option', { name: 'PathFactory' }));
  await user.type(screen.getByLabelText(/Username/), 'reader');
  await user.type(screen.getByLabelText(/Password/), 'hush');
  return user;
}

test('a secret is masked, leaves its field with the press, and the refusal stands on its field', async () => {
  const sent = answer({
    list_account_sources: () => [source],
    get_draft: () => null,
    save_draft: ({ values }) => ({ values, savedAt: NOW }),
    create_account: () => {
      throw new CallError({
        code: 'validation',
        title: 'Adobe does not accept this',
        hint: '',
        owner: 'you',
        action: 'edit_fields',
        fields: [{ field: 'params.username', message: 'Nobody is called that.' }],
      });
    },
  });
  const { client } = draw(<NewAccountScreen />, appState({ session: session() }));
  const user = await filled();
  const password = screen.getByLabelText<HTMLInputElement>(/Password/);
  expect(password.type).toBe('password');
  expect(screen.getByLabelText<HTMLInputElement>(/Name of the account/).value).toBe('PathFactory');
  await user.click(screen.getByRole('button', { name: 'Create account' }));

  await screen.findByText('Nobody is called that.');
  expect(sent.find(({ name }) => name === 'create_account')).toEqual({
    name: 'create_account',
    args: {
      specId: 'spec',
      way: 'Basic Authentication',
      name: 'PathFactory',
      description: '',
      params: [
        { path: 'username', value: 'reader' },
        { path: 'password', value: 'hush' },
      ],
    },
  });
  expect(password.value).toBe('');
  expect(screen.getByText('Enter this again. Inlet does not keep it.')).toBeVisible();
  expect(screen.getByLabelText<HTMLInputElement>(/Username/).value).toBe('reader');
  expect(document.activeElement).toBe(screen.getByLabelText(/Username/));
  await waitFor(() => {
    const kept = client.getMutationCache().getAll();
    expect(JSON.stringify(kept.map(({ state }) => state.variables ?? null))).not.toContain('hush');
  });
});

test('what is entered is kept as a draft, without the secret', async () => {
  const sent = answer({
    list_account_sources: () => [source],
    get_draft: () => null,
    save_draft: ({ values }) => ({ values, savedAt: NOW }),
  });
  draw(<NewAccountScreen />, appState({ session: session() }));
  await filled();
  const kept = () => JSON.stringify(sent.filter(({ name }) => name === 'save_draft'));
  await waitFor(() => expect(kept()).toContain('reader'), { timeout: 5000 });
  await screen.findByText(/Draft saved/);
  expect(kept()).not.toContain('hush');
});

test('a draft comes back with its secret left to be entered again', async () => {
  answer({
    list_account_sources: () => [source],
    get_draft: () => ({
      values: {
        specId: 'spec',
        way: 'Basic Authentication',
        description: '',
        values: { username: 'reader', password: '' },
      },
      savedAt: NOW,
    }),
  });
  draw(<NewAccountScreen />, appState({ session: session() }));
  await screen.findByText(/Your draft from/);
  expect(screen.getByLabelText<HTMLInputElement>(/Username/).value).toBe('reader');
  expect(screen.getByLabelText<HTMLInputElement>(/Password/).value).toBe('');
});
