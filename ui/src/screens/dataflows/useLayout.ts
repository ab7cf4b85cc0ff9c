// The columns for the width that the grid really has.
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { type ColumnId, type Layout, layoutColumns } from './columns';

const BEFORE_MEASURED = 1080;

export function useLayout(element: RefObject<HTMLElement | null>, unwanted: readonly ColumnId[]): Layout {
  const [width, setWidth] = useState(BEFORE_MEASURED);
  useEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const observer = new ResizeObserver(() => setWidth(measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return useMemo(() => layoutColumns(width, unwanted), [width, unwanted]);
}
