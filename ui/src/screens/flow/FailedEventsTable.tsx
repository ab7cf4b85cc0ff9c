// Events that failed as rows: why first, then their fields, those at fault in front and marked.
import type { FailedEvents } from '../../api/bindings/FailedEvents';
import styles from './FailedEvents.module.css';

export function FailedEventsTable({ events: { columns, rows } }: { events: FailedEvents }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it
    <section className={styles.scroll} tabIndex={0} aria-label="Failed events">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Why</th>
            {columns.map((path) => (
              <th key={path} scope="col" title={path}>
                {lastName(path)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ reason, cells, guilty }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name and never move
            <tr key={row}>
              <th scope="row">{reason || 'Not said'}</th>
              {columns.map((path, place) => (
                <td key={path}>
                  <Cell text={cells[place] ?? undefined} guilty={guilty.includes(place)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ text, guilty }: { text: string | undefined; guilty: boolean }) {
  if (!guilty) return <span title={text}>{text ?? ''}</span>;
  const shown = text === undefined ? 'missing' : text === '' ? 'empty' : text;
  return (
    <mark className={styles.guilty} title={shown}>
      {shown}
    </mark>
  );
}

/** "uniqueId" for "_northwind.uniqueId": the whole path is in the tooltip. */
function lastName(path: string): string {
  return path.split('.').at(-1) ?? path;
}
