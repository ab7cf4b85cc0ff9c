import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { type Answers, answer, appState, draw, session } from '../../../build/test-screen';
import type { AppState } from '../../api/bindings/AppState';
import { SettingsScreen } from './SettingsScreen';

afterEach(() => vi.restoreAllMocks());

const profile = (name: string, organization: string) => ({
  id: name,
  name,
  organization,
  clientId: 'c1',
  environment: { kind: 'adobe' as const },
  sandbox: 'prod',
});

function open(state: AppState, answers: Answers = {}) {
  const profiles = [profile('Northwind', '1A@AdobeOrg'), profile('Fabrikam', '2B@AdobeOrg')];
  answer({ get_app_state: () => state, list_profiles: () => profiles, ...answers });
  return { user: userEvent.setup(), ...draw(<SettingsScreen />, state) };
}

test('nothing claims a keychain where there is none', async () => {
  open(appState({ keychain: { available: false } }));
  expect(await screen.findByText('No keychain here.')).toBeInTheDocument();
  expect(screen.queryByText(/stay in this computer’s keychain|are kept there/)).not.toBeInTheDocument();
});

test('the kind of a sandbox shows where it is known, and is not guessed for another organisation', async () => {
  const production = { name: 'prod', title: 'Production', kind: 'production' as const };
  open(appState({ session: session({ sandboxes: [production] }) }));
  expect(await screen.findByText('Fabrikam')).toBeInTheDocument();
  expect(screen.getAllByText('Production')).toHaveLength(1);
});

test('a saved sign-in that fails leads to its form', async () => {
  const { user, router } = open(appState(), {
    connect: () => {
      throw {
        code: 'sign_in_refused',
        title: 'Refused',
        hint: '',
        owner: 'you',
        action: 'sign_in',
        fields: [],
      };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'More for Fabrikam' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign in with it' }));
  await waitFor(() => expect(document.querySelector('[role="alertdialog"]')).toBeInTheDocument());
  await user.click(screen.getByRole('button', { name: 'Sign in again' }));
  expect(router.state.location).toMatchObject({ pathname: '/connect', search: { profile: 'Fabrikam' } });
});
