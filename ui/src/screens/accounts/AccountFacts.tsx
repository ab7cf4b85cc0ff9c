// What uses the account, where it came from, and its ids.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountDetail } from '../../api/bindings/AccountDetail';
import type { AccountUses } from '../../api/bindings/AccountUses';
import { useNow } from '../../api/clock';
import { Card } from '../../kit/Card';
import { CopyField } from '../../kit/CopyField';
import { FactList } from '../../kit/FactList';
import { Time } from '../../kit/Time';
import { plural } from '../../lib/number';
import { whoWord } from '../../lib/terms';
import { longDate } from '../../lib/time';
import { CallProblem } from '../parts/CallProblem';
import styles from './accounts.module.css';

export function AccountFacts({ account, onRetry }: { account: AccountDetail; onRetry: () => void }) {
  const { row, uses, usesProblem, technical } = account;
  const now = useNow(60_000);
  const moment = (at: number | undefined, who: string) => (
    <>
      <Time at={at}>{longDate(at, now)}</Time>
      {who !== '' && <span title={who}> by {whoWord(who)}</span>}
    </>
  );
  return (
    <>
      <Card title="Used by">
        {usesProblem && <CallProblem tone="notice" error={usesProblem} onRetry={onRetry} />}
        {uses && <UsesList uses={uses} />}
      </Card>
      <Card title="About this account">
        <FactList
          facts={[
            { name: 'Source', value: row.source },
            { name: 'Created', value: moment(row.createdAt, row.createdBy) },
            { name: 'Updated', value: moment(row.updatedAt, row.updatedBy) },
          ]}
        />
      </Card>
      <Card title="Technical details">
        <FactList
          look="stacked"
          facts={technical.map(({ label, value }) => ({
            name: label,
            value: <CopyField look="plain" value={value} what={label} />,
          }))}
        />
      </Card>
    </>
  );
}

const SHOWN = 8;

/** Dataflows as links, and what else holds the account. */
export function UsesList({ uses }: { uses: AccountUses }) {
  const [all, setAll] = useState(false);
  const { flows, leftovers } = uses;
  if (flows.length === 0 && leftovers.length === 0) {
    return <p className={styles.second}>No dataflow. It can be deleted.</p>;
  }
  const shown = all ? flows : flows.slice(0, SHOWN);
  return (
    <div className={styles.uses}>
      {flows.length > 0 && (
        <ul>
          {shown.map(({ id, name }) => (
            <li key={id}>
              <Link to="/dataflows/$flowId" params={{ flowId: id }} className={styles.link}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {shown.length < flows.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show all {plural(flows.length, 'dataflow', 'dataflows')}
        </button>
      )}
      {leftovers.length > 0 && (
        <p className={styles.second}>
          {plural(leftovers.length, 'source connection', 'source connections')} that no dataflow uses{' '}
          {leftovers.length === 1 ? 'holds' : 'hold'} it{flows.length > 0 ? ' too' : ''}:{' '}
          {leftovers.map(({ name }) => name).join(', ')}.
        </p>
      )}
    </div>
  );
}
