// A list of which one row is chosen, and only the rows in view are drawn: ten thousand open at once. The list holds the
// focus; arrows, Page, Home and End move the choice.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { keyTarget } from './keyTarget';
import styles from './VirtualList.module.css';
import rowStyles from './VirtualRows.module.css';

interface VirtualListProps {
  label: string;
  count: number;
  rowHeight: number;
  /** Index of the chosen row. */
  chosen: number | undefined;
  onChoose: (index: number) => void;
  row: (index: number) => ReactNode;
}

export function VirtualList(props: VirtualListProps) {
  const { label, count, rowHeight, chosen, onChoose, row } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((virtual.scrollRect?.height ?? rowHeight) / rowHeight) - 1);
    const next = keyTarget(event.key, chosen ?? -1, count - 1, page);
    if (next === undefined) return;
    event.preventDefault();
    virtual.scrollToIndex(next);
    onChoose(next);
  };
  return (
    <div
      ref={scroller}
      className={rowStyles.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={items.some(({ index }) => index === chosen) ? `${id}${chosen}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={rowStyles.tall} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus
          <div
            key={index}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === chosen}
            aria-posinset={index + 1}
            aria-setsize={count}
            className={`${rowStyles.row} ${styles.line}`}
            style={{ height: rowHeight, top: start }}
            onClick={() => onChoose(index)}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
