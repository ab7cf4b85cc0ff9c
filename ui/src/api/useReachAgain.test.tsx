import { useQuery } from '@tanstack/react-query';
import { waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, appState, draw, NOW, session } from '../../build/test-screen';
import { accountsQuery } from './accountQueries';
import type { AppState } from './bindings/AppState';
import { useReachAgain } from './useReachAgain';

afterEach(() => vi.restoreAllMocks());

function Page() {
  useReachAgain();
  useQuery(accountsQuery('s1'));
  return null;
}

function open(begins: AppState, reached: AppState) {
  const sent = answer({
    reach_platform: () => reached,
    list_accounts: () => ({ rows: [], readAt: NOW }),
  });
  draw(<Page />, begins);
  return (name: string) => sent.filter((one) => one.name === name).length;
}

const online = appState({ session: session() });
const offline = appState({ session: session({ offline: true }) });

test('once the platform answers, what is on screen is read again and nobody looks any more', async () => {
  const asked = open(offline, online);
  await waitFor(() => expect(asked('list_accounts')).toBe(2));
  expect(asked('reach_platform')).toBe(1);
});

test('while it does not, nothing but the platform itself is looked for', async () => {
  const asked = open(offline, offline);
  await waitFor(() => expect(asked('reach_platform')).toBe(1));
  window.dispatchEvent(new Event('online'));
  await waitFor(() => expect(asked('reach_platform')).toBe(2));
  expect(asked('list_accounts')).toBe(1);
});

test('nobody looks while it can be reached', async () => {
  const asked = open(online, online);
  await waitFor(() => expect(asked('list_accounts')).toBe(1));
  expect(asked('reach_platform')).toBe(0);
});
