// A plain table that scrolls in its own place: the twin of a chart, or rows that need no grid.
import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

interface DataTableProps {
  label: string;
  caption?: ReactNode;
  columns: readonly { name: string; number?: boolean }[];
  /** One row a key; the first cell names it. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  maxHeight?: number;
}

export function DataTable({ label, caption, columns, rows, maxHeight }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it
    <section className={styles.scroll} tabIndex={0} aria-label={label} style={{ maxHeight }}>
      <table className={styles.table}>
        {caption !== undefined && <caption className={styles.caption}>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ name, number }) => (
              <th key={name} scope="col" data-number={number || undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]?.name} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[index]?.name} data-number={columns[index]?.number || undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
