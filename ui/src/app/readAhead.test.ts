import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KEYS } from '../api/queries';
import { transport } from '../api/transport';
import { queryClient } from './queryClient';
import { readMappingAhead } from './readAhead';

const send = vi.spyOn(transport, 'send');
const asked = (name: string) => send.mock.calls.filter(([one]) => one === name).length;

beforeEach(() => {
  send.mockReset().mockImplementation(async () => ({}));
});
afterEach(() => queryClient.clear());

test('the mapping, its draft and the sources are asked for at once', () => {
  queryClient.setQueryData(KEYS.appState, { session: { key: 's1' } });
  readMappingAhead('f1');
  expect(send.mock.calls.map(([name]) => name).sort()).toEqual([
    'get_draft',
    'get_mapping_form',
    'list_sources',
  ]);
});

test('a second visit reads the mapping anew', async () => {
  queryClient.setQueryData(KEYS.appState, { session: { key: 's1' } });
  readMappingAhead('f1');
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
  readMappingAhead('f1');
  expect(asked('get_mapping_form')).toBe(2);
  expect(asked('list_sources')).toBe(1);
});

test('nobody signed in, nothing asked', () => {
  queryClient.setQueryData(KEYS.appState, {});
  readMappingAhead('f1');
  expect(send).not.toHaveBeenCalled();
});
