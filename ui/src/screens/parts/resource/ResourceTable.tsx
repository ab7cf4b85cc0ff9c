// Resources, a line each. Only the lines in view are drawn, so that ten thousand of them open at once.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { useNow } from '../../../api/clock';
import { Time } from '../../../kit/Time';
import { formatCount, NOTHING } from '../../../lib/number';
import { whoWord } from '../../../lib/terms';
import { timeAgo } from '../../../lib/time';
import { type ObjectKind, ObjectLink } from './ObjectLink';
import styles from './ResourceTable.module.css';

const ROW_HEIGHT = 48;

interface ListedRow {
  id: string;
  name: string;
  description: string;
  uses?: number;
  updatedAt?: number;
  updatedBy: string;
}

export interface Column<Row> {
  name: string;
  number?: boolean;
  cell: (row: Row) => ReactNode;
}

interface ResourceTableProps<Row extends ListedRow> {
  /** Names the table, such as "Accounts". */
  label: string;
  kind: ObjectKind;
  rows: readonly Row[];
  /** Between the name and who uses it. */
  columns: readonly Column<Row>[];
}

export function ResourceTable<Row extends ListedRow>({
  label,
  kind,
  rows,
  columns,
}: ResourceTableProps<Row>) {
  const scroller = useRef<HTMLElement>(null);
  const now = useNow(60_000);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const drawn = virtual.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const width = columns.length + 3;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it
    <section ref={scroller} className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Name</th>
            {columns.map(({ name, number }) => (
              <th key={name} scope="col" className={number ? styles.number : undefined}>
                {name}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              Used by dataflows
            </th>
            <th scope="col">Updated</th>
          </tr>
        </thead>
        <Gap height={above} width={width} />
        <tbody>
          {drawn.map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <tr key={row.id} aria-rowindex={index + 2}>
                <th scope="row">
                  <ObjectLink kind={kind} id={row.id} className={styles.name} title={row.name}>
                    {row.name}
                  </ObjectLink>
                  <Second text={row.description} />
                </th>
                {columns.map(({ name, number, cell }) => (
                  <td key={name} className={number ? styles.number : styles.cut}>
                    {cell(row)}
                  </td>
                ))}
                <td className={styles.number}>{usedBy(row.uses)}</td>
                <td>
                  <Time at={row.updatedAt}>{timeAgo(row.updatedAt, now)}</Time>
                  <Second text={whoWord(row.updatedBy)} title={row.updatedBy} />
                </td>
              </tr>
            );
          })}
        </tbody>
        <Gap height={below} width={width} />
      </table>
    </section>
  );
}

function Second({ text, title = text }: { text: string; title?: string }) {
  if (text === '') return null;
  return (
    <span className={styles.about} title={title}>
      {text}
    </span>
  );
}

/** The height of the lines that are not drawn. */
function Gap({ height, width }: { height: number; width: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={width} className={styles.gap} style={{ height }} />
      </tr>
    </tbody>
  );
}

function usedBy(uses: number | undefined): string {
  if (uses === undefined) return NOTHING;
  return uses === 0 ? 'None' : formatCount(uses);
}
