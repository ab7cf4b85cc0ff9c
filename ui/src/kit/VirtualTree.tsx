// A tree of which only the rows in view are drawn. The tree holds the focus: arrows move the choice, left and right fold
// and unfold, Enter takes what is chosen. Rows can be dragged, and take what is dropped on them, where the page says so.
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Branch, parentOf, unfolded } from '../lib/tree';
import { keyTarget } from './keyTarget';
import { TreeChevron } from './TreeChevron';
import { useSteady } from './useSteady';
import rowStyles from './VirtualRows.module.css';
import styles from './VirtualTree.module.css';

const ROW_HEIGHT = 30;
/** Further levels are not indented any more: their names would leave the panel. */
const DEEPEST = 8;
const INDENT = 14;
/** Below the last row, so that a row cut by the foot of the panel is cut there and not before. */
const END = 8;

export interface TreeHandle {
  focus: () => void;
}

interface VirtualTreeProps<T extends Branch> {
  ref?: Ref<TreeHandle>;
  label: string;
  items: readonly T[];
  /** Path of the chosen row. */
  chosen: string | undefined;
  onChoose: (item: T) => void;
  /** Enter, or a second press. */
  onTake?: (item: T) => void;
  row: (item: T) => ReactNode;
  /** What else a row does, such as being dragged. */
  rowProps?: (item: T) => HTMLAttributes<HTMLElement>;
}

export function VirtualTree<T extends Branch>(props: VirtualTreeProps<T>) {
  const { ref, label, items, chosen, onChoose, onTake, row, rowProps } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => unfolded(items, folded), [items, folded]);
  const place = useMemo(() => rows.findIndex(({ item }) => item.path === chosen), [rows, chosen]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    paddingEnd: END,
    scrollPaddingEnd: END,
  });
  const showChosen = useSteady(() => {
    if (place >= 0) virtual.scrollToIndex(place);
  });
  useEffect(() => {
    // It may have been chosen elsewhere on the page. Folding and unfolding around it moves nothing.
    if (chosen !== undefined) showChosen();
  }, [chosen, showChosen]);
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus() }), []);
  const fold = (path: string, open: boolean) => {
    const next = new Set(folded);
    if (open) next.delete(path);
    else next.add(path);
    setFolded(next);
  };
  const choose = (index: number) => {
    const found = rows[index];
    if (!found) return;
    virtual.scrollToIndex(index);
    onChoose(found.item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const found = rows[place];
    const page = Math.max(1, Math.floor((virtual.scrollRect?.height ?? ROW_HEIGHT) / ROW_HEIGHT) - 1);
    const next = keyTarget(event.key, place, rows.length - 1, page);
    if (next !== undefined) choose(next);
    else if (event.key === 'ArrowRight' && found?.open === false) fold(found.item.path, true);
    else if (event.key === 'ArrowLeft' && found?.open) fold(found.item.path, false);
    else if (event.key === 'ArrowLeft' && found) choose(parentOf(rows, place));
    else if (event.key === 'Enter' && found && onTake) onTake(found.item);
    else return;
    event.preventDefault();
  };
  const drawn = virtual.getVirtualItems();
  return (
    <div
      ref={scroller}
      className={rowStyles.scroller}
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={drawn.some(({ index }) => index === place) ? `${id}${place}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={rowStyles.tall} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const found = rows[index];
          if (!found) return null;
          const { item, open } = found;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the tree holds the focus
            <div
              key={item.path}
              id={`${id}${index}`}
              role="treeitem"
              aria-level={item.depth + 1}
              aria-expanded={open}
              aria-selected={index === place}
              className={`${rowStyles.row} ${styles.row}`}
              style={{
                height: ROW_HEIGHT,
                top: start,
                paddingInlineStart: 4 + Math.min(item.depth, DEEPEST) * INDENT,
              }}
              onClick={() => onChoose(item)}
              {...rowProps?.(item)}
            >
              <TreeChevron open={open} onPress={() => fold(item.path, open === false)} />
              {row(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
