import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { type Answers, answer, appState, draw, NOW, session } from '../../../build/test-screen';
import type { AppError } from '../../api/bindings/AppError';
import type { AppState } from '../../api/bindings/AppState';
import type { SetupSummary } from '../../api/bindings/SetupSummary';
import { WelcomeScreen } from './WelcomeScreen';

afterEach(() => vi.restoreAllMocks());

const profile = {
  id: 'p1',
  name: 'Northwind',
  organization: '1A@AdobeOrg',
  clientId: 'c1',
  environment: { kind: 'adobe' as const },
  sandbox: 'dev',
};

const halfMade: SetupSummary = {
  setupId: 'u1',
  name: 'NPS',
  sandbox: 'prod-eu',
  profileName: 'Northwind',
  state: 'stopped',
  startedAt: NOW,
};

const failure = (over: Partial<AppError>): AppError => ({
  code: 'offline',
  title: 'Adobe cannot be reached',
  hint: '',
  owner: 'network',
  action: 'retry',
  fields: [],
  ...over,
});

function open(answers: Answers, setupsElsewhere: SetupSummary[] = [], over: Partial<AppState> = {}) {
  const state = appState({ setupsElsewhere, ...over });
  const sent = answer({ get_app_state: () => state, list_profiles: () => [profile], ...answers });
  const drawn = draw(<WelcomeScreen />, state);
  const asked = (name: string) => sent.filter((one) => one.name === name).map(({ args }) => args);
  return { asked, user: userEvent.setup(), ...drawn };
}

test('after a saved sign-in failed, trying again tries that sign-in and not practice mode', async () => {
  const { asked, user } = open({
    connect: () => {
      throw failure({});
    },
  });
  await user.click(await screen.findByRole('button', { name: /Northwind/ }));
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(asked('connect')).toEqual([{ profileId: 'p1' }, { profileId: 'p1' }]));
  expect(asked('start_practice')).toEqual([]);
});

test('a refused saved sign-in leads to its form', async () => {
  const { user, router } = open({
    connect: () => {
      throw failure({ code: 'sign_in_refused', action: 'sign_in', owner: 'you' });
    },
  });
  await user.click(await screen.findByRole('button', { name: /Northwind/ }));
  await user.click(await screen.findByRole('button', { name: 'Sign in again' }));
  expect(router.state.location).toMatchObject({ pathname: '/connect', search: { profile: 'p1' } });
});

test('a locked keychain is tried again before the sign-in is', async () => {
  const { asked, user } = open({
    retry_keychain: () => appState(),
    connect: () => {
      throw failure({ code: 'keychain_locked', action: 'unlock_keychain', owner: 'you' });
    },
  });
  await user.click(await screen.findByRole('button', { name: /Northwind/ }));
  await user.click(await screen.findByRole('button', { name: 'Try the keychain again' }));
  await waitFor(() => expect(asked('connect')).toHaveLength(2));
  expect(asked('retry_keychain')).toHaveLength(1);
});

test('an unfinished set-up signs in where it belongs and opens', async () => {
  const { asked, user, router } = open({ connect: () => session(), select_sandbox: () => session() }, [
    halfMade,
  ]);
  await user.click(await screen.findByRole('button', { name: /“NPS” is half-made/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/setups/u1'));
  expect(asked('connect')).toEqual([{ profileId: 'p1' }]);
  expect(asked('select_sandbox')).toEqual([{ sandbox: 'prod-eu' }]);
});

test('an unfinished set-up of a sign-in that is not saved says which one to use', async () => {
  open({}, [{ ...halfMade, profileName: 'Contoso' }]);
  expect(await screen.findByText(/Contoso: connect with that sign-in/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /NPS/ })).not.toBeInTheDocument();
});

test('opens where the app was left without a press', async () => {
  const { asked, router } = open({ resume_session: () => session() }, [], { lastSignIn: 'p1' });
  await waitFor(() => expect(router.state.location.pathname).toBe('/dataflows'));
  expect(asked('resume_session')).toHaveLength(1);
  expect(asked('connect')).toEqual([]);
});

test('a keychain that is locked at the start is told, and the sign-in tried again by a press', async () => {
  const { asked, user } = open(
    {
      retry_keychain: () => appState(),
      resume_session: () => {
        throw failure({ code: 'keychain_locked', action: 'unlock_keychain', title: 'It is locked' });
      },
      connect: () => session(),
      get_app_state: () => appState(),
    },
    [],
    { lastSignIn: 'p1' },
  );
  await user.click(await screen.findByRole('button', { name: 'Try the keychain again' }));
  await waitFor(() => expect(asked('connect')).toEqual([{ profileId: 'p1' }]));
  expect(asked('resume_session')).toHaveLength(1);
});
