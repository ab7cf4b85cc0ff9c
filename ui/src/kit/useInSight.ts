// Keeps what opens inside a row of a list in sight: when it opens, and whenever it grows, or what stands above it there.
import { type RefObject, useEffect } from 'react';

/** Nothing is scrolled while the row shrinks, or stays as it is: a person may have scrolled away. */
export function useInSight(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = place.current;
    const row = element?.parentElement;
    if (!row) return undefined;
    let height = 0;
    const watch = new ResizeObserver(() => {
      const now = row.offsetHeight;
      if (now > height) element.scrollIntoView({ block: 'nearest' });
      height = now;
    });
    watch.observe(row);
    return () => watch.disconnect();
  }, [place]);
}
