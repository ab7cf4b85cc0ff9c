// Names and values, one line each.
import type { ReactNode } from 'react';
import styles from './FactList.module.css';

export interface Fact {
  name: string;
  value: ReactNode;
}

export function FactList({
  facts,
  look = 'lines',
}: {
  facts: readonly Fact[];
  look?: 'lines' | 'wide' | 'stacked';
}) {
  return (
    <dl className={styles.list} data-look={look}>
      {facts.map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
