// A row of numbers with their names under them.
import styles from './Figures.module.css';

export interface Figure {
  name: string;
  value: string;
  tone?: 'notice' | 'negative' | undefined;
}

export function Figures({ figures, nameFirst = false }: { figures: readonly Figure[]; nameFirst?: boolean }) {
  return (
    <dl className={styles.row} data-name-first={nameFirst || undefined}>
      {figures.map(({ name, value, tone }) => (
        <div key={name} className={styles.figure}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value} data-tone={tone}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
