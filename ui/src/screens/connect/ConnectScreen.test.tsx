import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Answers, answer, appState, draw } from '../../../build/test-screen';
import type { AppError } from '../../api/bindings/AppError';
import type { ConnectionCheck } from '../../api/bindings/ConnectionCheck';
import { ConnectScreen } from './ConnectScreen';

afterEach(() => vi.restoreAllMocks());

const SECRET = 'p8e-very-secret';
const sandboxes = [
  { name: 'prod', title: 'Prod', kind: 'production' as const },
  { name: 'dev', title: 'Dev', kind: 'development' as const },
];

const passed: ConnectionCheck = {
  checkId: 'check-1',
  steps: [
    { id: 'sign_in', state: 'passed', summary: 'Signed in.' },
    { id: 'sandboxes', state: 'passed', summary: '2 found' },
  ],
  sandboxes,
  sandbox: 'prod',
  done: true,
  usable: true,
};

const missing: AppError = {
  code: 'permission_missing',
  title: 'View Sources is missing',
  hint: 'You are signed in.',
  owner: 'administrator',
  action: 'ask_administrator',
  fields: [],
  detail: { status: 403, administratorText: 'Please add View Sources.' },
};

function open(answers: Answers, copied: string[] = []) {
  const sent = answer({ get_app_state: () => appState(), list_profiles: () => [], ...answers });
  return { sent, user: userEvent.setup(), ...draw(<ConnectScreen />, appState(), copied) };
}

const argsOf = (sent: { name: string; args: unknown }[], name: string) =>
  sent.filter((one) => one.name === name).map(({ args }) => args);

async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText('Organisation ID'), '1A@AdobeOrg');
  await user.type(screen.getByLabelText('Client ID'), 'c1');
  await user.type(screen.getByLabelText('Client secret'), SECRET);
  await user.click(screen.getByRole('button', { name: 'Check sign-in' }));
}

describe('a typed secret', () => {
  test('leaves the window once and stays nowhere in it', async () => {
    const { user, sent, client, container } = open({
      check_connection: () => passed,
      get_connection_check: () => passed,
    });
    await fillIn(user);
    await screen.findByRole('button', { name: 'Connect' });
    expect(argsOf(sent, 'check_connection')).toMatchObject([{ secret: { kind: 'typed', secret: SECRET } }]);
    expect(screen.getByLabelText('Client secret')).toHaveValue('');
    expect(container.innerHTML).not.toContain(SECRET);
    const remembered = [client.getQueryCache().getAll(), client.getMutationCache().getAll()].flat();
    await waitFor(() => expect(JSON.stringify(remembered.map(({ state }) => state))).not.toContain(SECRET));
  });

  test('another sandbox is checked with the same secret, without typing it again', async () => {
    const { user, sent } = open({ check_connection: () => passed, get_connection_check: () => passed });
    await fillIn(user);
    await user.click(await screen.findByRole('button', { name: /Sandbox to start with/ }));
    await user.click(await screen.findByRole('option', { name: 'dev' }));
    await waitFor(() => expect(argsOf(sent, 'check_connection')).toHaveLength(2));
    expect(argsOf(sent, 'check_connection')[1]).toMatchObject({
      secret: { kind: 'same_as', checkId: 'check-1' },
      sandbox: 'dev',
    });
  });

  test('a changed field takes the ticks away: they vouched for something else', async () => {
    const { user } = open({ check_connection: () => passed, get_connection_check: () => passed });
    await fillIn(user);
    await screen.findByRole('button', { name: 'Connect' });
    await user.type(screen.getByLabelText('Client ID'), '2');
    expect(screen.queryByRole('button', { name: 'Connect' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Check sign-in' })).toBeInTheDocument();
  });
});

describe('a saved sign-in that is renewed', () => {
  const saved = {
    id: 'p1',
    name: 'Marketing',
    organization: '1A@AdobeOrg',
    clientId: 'c1',
    environment: { kind: 'adobe' as const },
    sandbox: 'dev',
  };

  test('has everything filled in but its secret', async () => {
    answer({ get_app_state: () => appState(), list_profiles: () => [saved] });
    draw(<ConnectScreen />, appState(), [], '/connect?profile=p1');
    expect(await screen.findByRole('heading', { name: 'Sign in again as Marketing' })).toBeInTheDocument();
    expect(screen.getByLabelText('Organisation ID')).toHaveValue('1A@AdobeOrg');
    expect(screen.getByLabelText('Client ID')).toHaveValue('c1');
    expect(screen.getByLabelText('Name of this sign-in')).toHaveValue('Marketing');
    expect(screen.getByLabelText('Client secret')).toHaveValue('');
    expect(screen.getByLabelText('Client secret')).toHaveFocus();
  });
});

describe('keeping the sign-in', () => {
  test('is what is tried again when it failed, not the check', async () => {
    const { user, sent } = open({
      check_connection: () => passed,
      get_connection_check: () => passed,
      save_profile: () => {
        throw { ...missing, code: 'disk_full', action: 'free_disk', title: 'Not saved', owner: 'you' };
      },
    });
    await fillIn(user);
    await user.click(await screen.findByRole('button', { name: 'Connect' }));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(argsOf(sent, 'save_profile')).toHaveLength(2));
    expect(argsOf(sent, 'check_connection')).toHaveLength(1);
  });

  test('leads to the set-up that is in the way', async () => {
    const state = appState({
      setups: [
        { setupId: 'u1', name: 'NPS', sandbox: 'dev', profileName: 'A', state: 'running', startedAt: 0 },
      ],
    });
    answer({
      get_app_state: () => state,
      list_profiles: () => [],
      check_connection: () => passed,
      get_connection_check: () => passed,
      save_profile: () => {
        throw { ...missing, code: 'setup_under_way', action: 'open_setup', owner: 'you' };
      },
    });
    const user = userEvent.setup();
    const { router } = draw(<ConnectScreen />, state);
    await fillIn(user);
    await user.click(await screen.findByRole('button', { name: 'Connect' }));
    await user.click(await screen.findByRole('button', { name: 'Open the set-up' }));
    expect(router.state.location.pathname).toBe('/setups/u1');
  });
});

describe('a refused form', () => {
  test('puts every message on its field and the cursor in the first', async () => {
    const { user } = open({
      check_connection: () => {
        throw {
          ...missing,
          code: 'validation',
          fields: [
            { field: 'organization', message: 'Enter the organisation ID.' },
            { field: 'clientId', message: 'Enter the client ID.' },
          ],
        } satisfies AppError;
      },
    });
    await user.click(screen.getByRole('button', { name: 'Check sign-in' }));
    expect(await screen.findByText('Enter the organisation ID.')).toBeInTheDocument();
    expect(screen.getByText('Enter the client ID.')).toBeInTheDocument();
    expect(screen.getByLabelText('Organisation ID')).toHaveFocus();
  });
});

describe('a credential file', () => {
  const file = new File(['{"CLIENT_ID":"c1"}'], 'credential.json', { type: 'application/json' });

  test('fills the fields and starts the check by itself, its secret behind a handle', async () => {
    const { user, sent, container } = open({
      read_credential_file: () => ({
        secretHandle: 'h1',
        organization: '1A@AdobeOrg',
        clientId: 'c1',
        suggestedName: 'Marketing',
        fieldsRead: 4,
      }),
      check_connection: () => passed,
      get_connection_check: () => passed,
    });
    await user.upload(container.querySelector<HTMLInputElement>('input[type=file]') ?? document.body, file);
    expect(await screen.findByText('Read 4 fields. The file was not kept.')).toBeInTheDocument();
    await screen.findByRole('button', { name: 'Connect' });
    expect(argsOf(sent, 'check_connection')).toMatchObject([{ secret: { kind: 'from_file', handle: 'h1' } }]);
    expect(screen.getByLabelText('Name of this sign-in')).toHaveValue('Marketing');
  });
});

test('a file that is too large is called that, with the limit, and is not read', async () => {
  const { user, sent, container } = open({});
  const film = new File([new Uint8Array(1_200_000)], 'film.json', { type: 'application/json' });
  await user.upload(container.querySelector<HTMLInputElement>('input[type=file]') ?? document.body, film);
  expect(await screen.findByText(/It has 1.2 MB; Inlet reads up to 1 MB/)).toBeInTheDocument();
  expect(argsOf(sent, 'read_credential_file')).toEqual([]);
});

describe('a missing permission', () => {
  const failed: ConnectionCheck = {
    ...passed,
    steps: [
      { id: 'sign_in', state: 'passed', summary: 'Signed in.' },
      { id: 'sources', state: 'failed', summary: 'View Sources is missing', problem: missing },
    ],
  };

  test('brings a text for the administrator and does not block', async () => {
    const copied: string[] = [];
    const { user, sent } = open(
      {
        check_connection: () => failed,
        get_connection_check: () => failed,
        save_profile: () => {
          throw missing;
        },
      },
      copied,
    );
    await fillIn(user);
    const panel = await screen.findByRole('alert');
    await user.click(within(panel).getByRole('button', { name: 'Copy text' }));
    expect(copied).toEqual(['Please add View Sources.']);
    await user.click(screen.getByRole('button', { name: 'Connect anyway' }));
    await waitFor(() =>
      expect(argsOf(sent, 'save_profile')).toEqual([
        { checkId: 'check-1', name: 'My organisation', sandbox: 'prod' },
      ]),
    );
  });
});
