// Draws a screen in tests as the app does, with the far end of `/call/*` played by a table of answers.
import { Provider, ToastContainer } from '@react-spectrum/s2';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { AppState } from '../src/api/bindings/AppState';
import type { Args, CommandName, Reply } from '../src/api/call';
import { KEYS } from '../src/api/queries';
import { transport } from '../src/api/transport';
import { ClipboardContext } from '../src/kit/clipboard';

export type Answers = { [C in CommandName]?: (args: Args<C>) => Reply<C> | Promise<Reply<C>> };

export interface Sent {
  name: string;
  args: unknown;
}

export const NOW = Date.UTC(2026, 10, 24, 13, 2);

export function appState(over: Partial<AppState> = {}): AppState {
  return {
    version: '1.0.0',
    dataFolder: '/home/anna/.local/share/inlet',
    keychain: { available: true },
    notices: [],
    setups: [],
    setupsElsewhere: [],
    settings: { theme: 'system', views: {} },
    ...over,
  };
}

export function session(over: Partial<NonNullable<AppState['session']>> = {}) {
  const sandbox = { name: 'dev', title: 'Development', kind: 'development' as const };
  return {
    key: 's1',
    environment: { kind: 'adobe' as const },
    profileName: 'Northwind',
    organization: '1A@AdobeOrg',
    sandbox,
    sandboxes: [sandbox],
    clock: { now: NOW, speed: 1 },
    ...over,
  };
}

/** Answers `/call/*` from the table; a command that is not in it fails the test by refusing. */
export function answer(answers: Answers): Sent[] {
  const sent: Sent[] = [];
  const table = answers as Record<string, ((args: unknown) => unknown) | undefined>;
  vi.spyOn(transport, 'send').mockImplementation(async (name, args) => {
    sent.push({ name, args });
    const reply = table[name];
    if (!reply) throw new Error(`no answer for ${name}`);
    return reply(args);
  });
  return sent;
}

export function draw(screen: ReactNode, state: AppState, copied: string[] = [], address = '/') {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  client.setQueryData(KEYS.appState, state);
  const root = createRootRoute();
  const anywhere = createRoute({ getParentRoute: () => root, path: '$' });
  const router = createRouter({
    routeTree: root.addChildren([anywhere]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  const result = render(
    <QueryClientProvider client={client}>
      <Provider locale="en-GB">
        <ClipboardContext
          value={async (text) => {
            copied.push(text);
          }}
        >
          <RouterContextProvider router={router as never}>{screen}</RouterContextProvider>
        </ClipboardContext>
        <ToastContainer />
      </Provider>
    </QueryClientProvider>,
  );
  return { ...result, client, router };
}
