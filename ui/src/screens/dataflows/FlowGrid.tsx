// The list as a grid that draws only the rows in view: 10,000 rows mount and sort without a pause, which
// Spectrum's own table cannot (it virtualises the DOM, not the rendering). One row is the tab stop; arrows,
// Page, Home and End move it, Space selects it, Shift extends the selection, Enter opens it.

import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef, useState } from 'react';
import { useNow } from '../../api/clock';
import { useSurroundings } from '../../api/session';
import type { ColumnId } from './columns';
import styles from './FlowGrid.module.css';
import { FlowGridHead } from './FlowGridHead';
import { FlowGridRow } from './FlowGridRow';
import type { SortKey } from './listSearch';
import type { ListedFlow } from './rows';
import { countIn } from './selection';
import { useGridKeys } from './useGridKeys';
import { useLayout } from './useLayout';
import type { ListSelection } from './useSelection';

const ROW_HEIGHT = 42;

export interface FlowGridProps {
  flows: readonly ListedFlow[];
  session: string;
  sort: SortKey;
  down: boolean;
  onSort: (key: SortKey) => void;
  selection: ListSelection;
  hidden: readonly ColumnId[];
  /** The rows are the last known ones: dimmed. */
  stale: boolean;
}

export function FlowGrid(props: FlowGridProps) {
  const { flows, session, sort, down, onSort, selection, hidden, stale } = props;
  const { selected, only, toggle, extend, all, clear } = selection;
  const navigate = useNavigate();
  const around = useSurroundings();
  const now = useNow(10_000);
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useLayout(scroller, hidden);
  const [focusedId, setFocusedId] = useState<string>();

  const [first] = selected;
  const wanted = focusedId ?? first;
  const found = wanted === undefined ? 0 : flows.findIndex(({ row }) => row.id === wanted);
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
    onExtend: extend,
    onAll: all,
    onToggle: toggle,
    onOpen: open,
    onClose: clear,
    scroller,
  });

  return (
    // A table element cannot hold rows that are placed by offset, so the roles are spelled out.
    <div
      className={styles.grid}
      role="grid"
      aria-label="Dataflows"
      aria-rowcount={flows.length + 1}
      aria-colcount={layout.columns.length + 1}
      aria-multiselectable="true"
      data-stale={stale || undefined}
      style={{ '--columns': layout.template }}
    >
      <FlowGridHead
        layout={layout}
        sort={sort}
        down={down}
        onSort={onSort}
        selectedCount={countIn(selected, flows)}
        count={flows.length}
        onAll={all}
        onNone={clear}
      />
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
                selected={selected.has(flow.row.id)}
                isTabStop={index === tabStop}
                still={!virtual.isScrolling}
                onFocus={setFocusedId}
                onOnly={only}
                onToggle={toggle}
                onExtend={extend}
                onOpen={open}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
