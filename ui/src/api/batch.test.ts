import { expect, test, vi } from 'vitest';
import { batched } from './batch';

const echo = (seen: string[][]) => async (ids: string[]) => {
  seen.push(ids);
  return new Map(ids.map((id) => [id, id.toUpperCase()]));
};

test('what is asked for in one moment travels in one call, and each asker gets its own answer', async () => {
  const seen: string[][] = [];
  const read = batched(echo(seen), { limit: 50, waitMs: 0 });
  expect(await Promise.all([read('a'), read('b'), read('a')])).toEqual(['A', 'B', 'A']);
  expect(seen).toEqual([['a', 'b']]);
});

test('no call names more ids than the limit', async () => {
  const seen: string[][] = [];
  const read = batched(echo(seen), { limit: 2, waitMs: 0 });
  await Promise.all(['a', 'b', 'c'].map(read));
  expect(seen).toEqual([['a', 'b'], ['c']]);
});

test('a refusal reaches everyone who waited, and the next read is asked anew', async () => {
  const fetchAll = vi
    .fn()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValueOnce(new Map([['a', 1]]));
  const read = batched<number>(fetchAll, { limit: 50, waitMs: 0 });
  const both = await Promise.allSettled([read('a'), read('b')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await read('a')).toBe(1);
});

test('an id that the answer leaves out is undefined, not an endless wait', async () => {
  const read = batched(async () => new Map<string, string>(), { limit: 50, waitMs: 0 });
  expect(await read('gone')).toBeUndefined();
});
