// What is to be known of a resource, and where it came from.
import type { ReactNode } from 'react';
import { useNow } from '../../../api/clock';
import { Card } from '../../../kit/Card';
import { type Fact, FactList } from '../../../kit/FactList';
import { Time } from '../../../kit/Time';
import { whoWord } from '../../../lib/terms';
import { longDate } from '../../../lib/time';
import styles from './LinksCard.module.css';

interface AboutCardProps {
  title: string;
  row: { createdAt?: number; createdBy: string; updatedAt?: number; updatedBy: string };
  facts: readonly Fact[];
  look?: 'lines' | 'wide';
  /** Below the facts. */
  children?: ReactNode;
}

export function AboutCard({ title, row, facts, look = 'lines', children }: AboutCardProps) {
  const now = useNow(60_000);
  const moment = (at: number | undefined, who: string) => (
    <>
      <Time at={at}>{longDate(at, now)}</Time>
      {who !== '' && <span title={who}> by {whoWord(who)}</span>}
    </>
  );
  return (
    <Card title={title}>
      <FactList
        look={look}
        facts={[
          ...facts,
          { name: 'Created', value: moment(row.createdAt, row.createdBy) },
          { name: 'Updated', value: moment(row.updatedAt, row.updatedBy) },
        ]}
      />
      {children !== undefined && <p className={styles.below}>{children}</p>}
    </Card>
  );
}
