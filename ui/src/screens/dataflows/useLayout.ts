// The columns for the width that the grid really has.
import { type RefObject, useEffect, useState } from 'react';
import { type Layout, layoutColumns } from './columns';

const BEFORE_MEASURED = 1080;

export function useLayout(element: RefObject<HTMLElement | null>): Layout {
  const [layout, setLayout] = useState(() => layoutColumns(BEFORE_MEASURED));
  useEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const observer = new ResizeObserver(() => setLayout(layoutColumns(measured.clientWidth)));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return layout;
}
