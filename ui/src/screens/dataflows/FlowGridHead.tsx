// Column titles; those that sort are buttons.
import { Checkbox } from '@react-spectrum/s2';
import SortDown from '@react-spectrum/s2/icons/SortDown';
import SortUp from '@react-spectrum/s2/icons/SortUp';
import { Glyph } from '../../kit/Glyph';
import { formatCount } from '../../lib/number';
import type { ColumnId, Layout } from './columns';
import styles from './FlowGrid.module.css';
import type { SortKey } from './listSearch';

export const TITLES: Record<ColumnId, { title: string; sort?: SortKey; numeric?: true }> = {
  status: { title: 'Status', sort: 'status' },
  name: { title: 'Name', sort: 'name' },
  lastRun: { title: 'Last run', sort: 'lastRun' },
  day: { title: 'Last 24 h' },
  ingested: { title: 'Ingested', numeric: true },
  failed: { title: 'Failed', numeric: true },
  source: { title: 'Source', sort: 'source' },
  state: { title: 'State', sort: 'state' },
  updated: { title: 'Updated', sort: 'updated' },
};

interface FlowGridHeadProps {
  layout: Layout;
  sort: SortKey;
  down: boolean;
  onSort: (key: SortKey) => void;
  /** How many of the rows that show are selected, and how many show. */
  selectedCount: number;
  count: number;
  onAll: () => void;
  onNone: () => void;
}

export function FlowGridHead(props: FlowGridHeadProps) {
  const { layout, sort, down, onSort, selectedCount, count, onAll, onNone } = props;
  const whole = count > 0 && selectedCount === count;
  return (
    <div role="rowgroup" className={styles.headGroup}>
      <div role="row" aria-rowindex={1} className={styles.head}>
        <div role="columnheader" aria-colindex={1} className={styles.check}>
          <Checkbox
            size="S"
            aria-label={whole ? 'Select none' : `Select all ${formatCount(count)} dataflows that show`}
            isSelected={whole}
            isIndeterminate={selectedCount > 0 && !whole}
            onChange={whole ? onNone : onAll}
          />
        </div>
        {layout.columns.map((id, place) => {
          const column = TITLES[id];
          const sorted = column.sort === sort;
          return (
            <div
              key={id}
              role="columnheader"
              aria-colindex={place + 2}
              className={styles.title}
              data-column={id}
              data-numeric={column.numeric}
              data-sorted={sorted || undefined}
              aria-sort={sorted ? direction(sort, down) : undefined}
            >
              {column.sort ? (
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() => column.sort && onSort(column.sort)}
                >
                  {column.title}
                  {sorted && <Glyph of={down ? SortUp : SortDown} size={14} />}
                </button>
              ) : (
                column.title
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Times start with the newest, which is the highest: there "up" the page means descending. */
function direction(sort: SortKey, down: boolean): 'ascending' | 'descending' {
  const newestFirst = sort === 'updated' || sort === 'lastRun';
  return newestFirst === down ? 'ascending' : 'descending';
}
