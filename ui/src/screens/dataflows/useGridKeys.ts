// The keyboard of the grid. Focus follows the row, also to one that is not drawn yet.
import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import type { ListedFlow } from './rows';

interface GridKeys {
  flows: readonly ListedFlow[];
  /** Index of the row that holds the tab stop. */
  current: number;
  pageSize: number;
  scrollTo: (index: number) => void;
  onMove: (id: string) => void;
  /** Selects everything from where the selection began to this row. */
  onExtend: (id: string, from: string) => void;
  onAll: () => void;
  onToggle: (id: string) => void;
  onOpen: (id: string) => void;
  onClose: () => void;
  scroller: RefObject<HTMLElement | null>;
}

/** Where a key leads from `current`, or undefined if it does not move. */
export function targetOf(key: string, current: number, last: number, pageSize: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, current + 1);
    case 'ArrowUp':
      return Math.max(0, current - 1);
    case 'PageDown':
      return Math.min(last, current + pageSize);
    case 'PageUp':
      return Math.max(0, current - pageSize);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

export function useGridKeys(keys: GridKeys) {
  const { flows, current, pageSize, scrollTo, onMove, onExtend, onAll, onToggle, onOpen, onClose, scroller } =
    keys;

  const focusRow = useCallback(
    (index: number) => {
      scrollTo(index);
      // The row is drawn with the next frame; only then can it take focus.
      requestAnimationFrame(() => {
        scroller.current
          ?.querySelector<HTMLElement>(`[data-index="${index}"]`)
          ?.focus({ preventScroll: true });
      });
    },
    [scrollTo, scroller],
  );

  return (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      onAll();
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const id = flows[current]?.row.id;
    if (id === undefined) return;
    const target = targetOf(event.key, current, flows.length - 1, pageSize);
    const targetId = target === undefined ? undefined : flows[target]?.row.id;
    if (target !== undefined && targetId !== undefined) {
      onMove(targetId);
      if (event.shiftKey) onExtend(targetId, id);
      focusRow(target);
    } else if (event.key === ' ') onToggle(id);
    else if (event.key === 'Enter') onOpen(id);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
}
