import { describe, expect, test } from 'vitest';
import { layoutColumns } from './columns';

describe('columns of the dataflow list', () => {
  test('all nine show when the properties are closed at 1280 px', () => {
    expect(layoutColumns(1082).columns).toHaveLength(9);
    expect(layoutColumns(1082).twoLines).toBe(false);
  });

  test('with the properties open, failed and source fold below and nothing is lost', () => {
    const layout = layoutColumns(810);
    expect(layout.columns).toEqual(['status', 'name', 'lastRun', 'day', 'ingested', 'state', 'updated']);
    expect(layout.twoLines).toBe(true);
  });

  test('a column that is not wanted is absent, and its neighbours do not fold for it', () => {
    const layout = layoutColumns(1082, ['failed', 'source']);
    expect(layout.columns).not.toContain('failed');
    expect(layout.twoLines).toBe(false);
  });

  test('the narrower, the fewer; status and name never go', () => {
    const counts = [1082, 810, 640, 560, 420, 200].map((width) => layoutColumns(width).columns.length);
    expect([...counts].sort((a, b) => b - a)).toEqual(counts);
    expect(layoutColumns(200).columns).toEqual(['status', 'name']);
  });
});
