import { expect, test } from 'vitest';
import { runWindow, windowSearch, windowWords } from './runWindow';

test('seven days are shown when the address says nothing or something else', () => {
  for (const search of [{}, { window: '7d' }, { window: 'year' }, { window: 'custom' }]) {
    expect(windowSearch(search)).toEqual({});
    expect(runWindow(windowSearch(search))).toEqual({ kind: 'week' });
  }
});

test('days of one’s own run from midnight to the midnight after the last', () => {
  const search = windowSearch({ window: 'custom', from: '2026-11-23', to: '2026-11-24' });
  expect(runWindow(search)).toEqual({
    kind: 'custom',
    from: new Date(2026, 10, 23).getTime(),
    to: new Date(2026, 10, 25).getTime(),
  });
  expect(windowWords(search)).toBe('2026-11-23 to 2026-11-24');
});

test('days in the wrong order or of no calendar are left out', () => {
  expect(windowSearch({ window: 'custom', from: '2026-11-25', to: '2026-11-24' })).toEqual({});
  expect(windowSearch({ window: 'custom', from: '2026-13-99', to: '2026-13-99' })).toEqual({});
});
