// A function that stays the same from one drawing to the next and does what the latest one says, so that what is
// handed it need not be drawn anew. For events, not for use while drawing.
import { useCallback, useLayoutEffect, useRef } from 'react';

export function useSteady<Args extends readonly unknown[], Answer>(
  latest: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const kept = useRef(latest);
  useLayoutEffect(() => {
    kept.current = latest;
  });
  return useCallback((...args: Args) => kept.current(...args), []);
}
