// The keyboard of the grid. Focus follows the row, also to one that is not drawn yet.
import { type KeyboardEvent, type RefObject, useCallback } from 'react';
import { keyTarget } from '../../kit/keyTarget';
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
    const target = keyTarget(event.key, current, flows.length - 1, pageSize);
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
