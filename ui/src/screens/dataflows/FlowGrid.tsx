// The list as a grid that draws only the rows in view: 10,000 rows mount and sort without a pause, which
// Spectrum's own table cannot (it virtualises the DOM, not the rendering). One row is the tab stop; arrows,
// Page, Home and End move it, Space shows its properties, Enter opens it.

import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef, useState } from 'react';
import { useNow } from '../../api/clock';
import { useSurroundings } from '../../api/session';
import styles from './FlowGrid.module.css';
import { FlowGridHead } from './FlowGridHead';
import { FlowGridRow } from './FlowGridRow';
import type { SortKey } from './listSearch';
import type { ListedFlow } from './rows';
import { useGridKeys } from './useGridKeys';
import { useLayout } from './useLayout';

const ROW_HEIGHT = 42;

export interface FlowGridProps {
  flows: readonly ListedFlow[];
  session: string;
  sort: SortKey;
  down: boolean;
  onSort: (key: SortKey) => void;
  selectedId: string | undefined;
  onSelect: (id: string | undefined) => void;
  /** The rows are the last known ones: dimmed. */
  stale: boolean;
}

export function FlowGrid(props: FlowGridProps) {
  const { flows, session, sort, down, onSort, selectedId, onSelect, stale } = props;
  const navigate = useNavigate();
  const around = useSurroundings();
  const now = useNow(10_000);
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useLayout(scroller);
  const [focusedId, setFocusedId] = useState<string>();

  const found = flows.findIndex(({ row }) => row.id === (focusedId ?? selectedId));
  const tabStop = Math.max(0, found);
  const virtual = useVirtualizer({
    count: flows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    // The focused row stays mounted wherever it is scrolled to, else focus would be lost.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const range = Array.from({ length: last - first + 1 }, (_, step) => first + step);
      return tabStop >= first && tabStop <= last ? range : [...range, tabStop].sort((a, b) => a - b);
    },
  });

  const open = useCallback(
    (flowId: string) => void navigate({ to: '/dataflows/$flowId', params: { flowId } }),
    [navigate],
  );
  const onKeyDown = useGridKeys({
    flows,
    current: tabStop,
    pageSize: Math.max(1, Math.floor((virtual.scrollRect?.height ?? ROW_HEIGHT * 10) / ROW_HEIGHT) - 1),
    scrollTo: (index) => virtual.scrollToIndex(index),
    onMove: setFocusedId,
    onToggle: (id) => onSelect(id === selectedId ? undefined : id),
    onOpen: open,
    onClose: () => onSelect(undefined),
    scroller,
  });

  return (
    // A table element cannot hold rows that are placed by offset, so the roles are spelled out.
    <div
      className={styles.grid}
      role="grid"
      aria-label="Dataflows"
      aria-rowcount={flows.length + 1}
      aria-colcount={layout.columns.length}
      data-stale={stale || undefined}
      style={{ '--columns': layout.template }}
    >
      <FlowGridHead layout={layout} sort={sort} down={down} onSort={onSort} />
      <div className={styles.scroller} ref={scroller} role="rowgroup" onKeyDown={onKeyDown}>
        <div className={styles.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const flow = flows[index];
            if (!flow) return null;
            return (
              <FlowGridRow
                key={flow.row.id}
                flow={flow}
                session={session}
                around={around}
                index={index}
                offset={start}
                layout={layout}
                now={now}
                selected={flow.row.id === selectedId}
                isTabStop={index === tabStop}
                still={!virtual.isScrolling}
                onFocus={setFocusedId}
                onSelect={onSelect}
                onOpen={open}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
