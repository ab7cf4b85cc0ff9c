// Accounts, a line each.
import { Link } from '@tanstack/react-router';
import type { AccountRow } from '../../api/bindings/AccountRow';
import { useNow } from '../../api/clock';
import { Time } from '../../kit/Time';
import { formatCount, NOTHING } from '../../lib/number';
import { stateWord, whoWord } from '../../lib/terms';
import { timeAgo } from '../../lib/time';
import styles from './accounts.module.css';

export function AccountsTable({ rows }: { rows: readonly AccountRow[] }) {
  const now = useNow(60_000);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it
    <section className={styles.scroll} tabIndex={0} aria-label="Accounts">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Source</th>
            <th scope="col">State</th>
            <th scope="col" className={styles.number}>
              Used by dataflows
            </th>
            <th scope="col">Updated</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={styles.nameCell}>
                <Link
                  to="/accounts/$accountId"
                  params={{ accountId: row.id }}
                  className={styles.name}
                  title={row.name}
                >
                  {row.name}
                </Link>
                {row.description !== '' && (
                  <span className={styles.about} title={row.description}>
                    {row.description}
                  </span>
                )}
              </th>
              <td>{row.source}</td>
              <td>{stateWord(row.state)}</td>
              <td className={styles.number}>{used(row.uses)}</td>
              <td className={styles.updated}>
                <Time at={row.updatedAt}>{timeAgo(row.updatedAt, now)}</Time>
                {row.updatedBy !== '' && (
                  <span className={styles.about} title={row.updatedBy}>
                    {whoWord(row.updatedBy)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function used(uses: number | undefined): string {
  if (uses === undefined) return NOTHING;
  return uses === 0 ? 'None' : formatCount(uses);
}
