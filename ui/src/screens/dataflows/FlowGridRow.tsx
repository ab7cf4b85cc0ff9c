// One row: asks for its own last 24 hours once the list stands still.
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { Surroundings } from '../../api/polling';
import { flowDayQuery } from '../../api/queries';
import type { ColumnId, Layout } from './columns';
import styles from './FlowGrid.module.css';
import { CELLS } from './FlowGridCells';
import type { ListedFlow } from './rows';

interface FlowGridRowProps {
  flow: ListedFlow;
  session: string;
  around: Surroundings;
  index: number;
  /** Distance from the top of the list, px. */
  offset: number;
  layout: Layout;
  now: number;
  selected: boolean;
  isTabStop: boolean;
  /** Nobody is scrolling: a good moment to read. */
  still: boolean;
  onFocus: (id: string) => void;
  onOnly: (id: string) => void;
  onToggle: (id: string) => void;
  onExtend: (id: string) => void;
  onOpen: (id: string) => void;
}

export const FlowGridRow = memo(function FlowGridRow(props: FlowGridRowProps) {
  const {
    flow,
    session,
    around,
    index,
    offset,
    layout,
    now,
    selected,
    isTabStop,
    still,
    onFocus,
    onOnly,
    onToggle,
    onExtend,
    onOpen,
  } = props;
  const { id } = flow.row;
  const { data: day } = useQuery({ ...flowDayQuery(session, id, around), enabled: still });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens for the keys of all its rows
    <div
      role="row"
      className={styles.row}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={isTabStop ? 0 : -1}
      data-index={index}
      style={{ transform: `translateY(${offset}px)` }}
      onFocus={() => onFocus(id)}
      onMouseDown={(event) => {
        // Shift extends the selection of rows, not that of text.
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={(event) => {
        if (event.shiftKey) onExtend(id);
        else if (event.ctrlKey || event.metaKey || isBox(event.target)) onToggle(id);
        else onOnly(id);
      }}
      onDoubleClick={(event) => {
        if (!isBox(event.target)) onOpen(id);
      }}
    >
      <div role="gridcell" aria-colindex={1} className={styles.check} data-box>
        <span className={styles.box} aria-hidden="true" />
      </div>
      {layout.columns.map((column: ColumnId, place) => {
        const Cell = CELLS[column];
        return (
          <div
            key={column}
            role="gridcell"
            aria-colindex={place + 2}
            className={styles.cell}
            data-column={column}
          >
            <Cell flow={flow} day={day ?? undefined} layout={layout} now={now} />
          </div>
        );
      })}
    </div>
  );
});

function isBox(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-box]') !== null;
}
