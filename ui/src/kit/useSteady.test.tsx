import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useSteady } from './useSteady';

test('the function stays the same, and does what the latest drawing says', () => {
  const { result, rerender } = renderHook(({ plus }) => useSteady((to: number) => to + plus), {
    initialProps: { plus: 1 },
  });
  const first = result.current;
  rerender({ plus: 10 });
  expect(result.current).toBe(first);
  expect(first(5)).toBe(15);
});
