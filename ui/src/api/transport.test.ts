import { afterEach, expect, test, vi } from 'vitest';
import { call } from './call';
import { CallError } from './errors';
import { transport } from './transport';

afterEach(() => vi.unstubAllGlobals());

function reply(status: number, body: string) {
  const fetch = vi.fn(async (_address: string, _init: RequestInit) => new Response(body, { status }));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

test('in a browser a command is a POST to the host that served the page', async () => {
  const fetch = reply(200, '{"rows":[],"complete":true,"readAt":1}');
  await expect(call('list_flows', { refresh: true })).resolves.toMatchObject({ complete: true });
  expect(fetch.mock.calls[0]?.[0]).toBe('/call/list_flows');
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"refresh":true}' });
});

test('a command without an argument sends null, which both hosts read alike', async () => {
  const fetch = reply(200, '[]');
  await call('list_profiles');
  expect(fetch.mock.calls[0]?.[1]?.body).toBe('null');
});

test('a refusal arrives as the error that the application gave', async () => {
  const error = {
    code: 'offline',
    title: 'No network',
    hint: '',
    owner: 'network',
    action: 'retry',
    fields: [],
  };
  reply(422, JSON.stringify(error));
  const failure = await call('list_profiles').catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(CallError);
  expect((failure as CallError).app).toEqual(error);
});

test('an answer that is no JSON says that Inlet did not answer', async () => {
  reply(200, '<html>proxy</html>');
  await expect(call('list_profiles')).rejects.toMatchObject({ app: { title: 'Inlet did not answer' } });
});

test('in a browser a file is a download under its name', async () => {
  const clicked: string[] = [];
  const open = vi.fn((_: Blob) => 'blob:file');
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: open, revokeObjectURL: vi.fn() }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(this.download);
  });
  await expect(transport.saveFile('failed-events.csv', 'a,b')).resolves.toBe(true);
  expect(clicked).toEqual(['failed-events.csv']);
  expect(await open.mock.calls[0]?.[0].text()).toBe('a,b');
});
