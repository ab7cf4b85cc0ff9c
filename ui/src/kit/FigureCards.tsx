// Numbers side by side, each with its name above and what it means below. A number that is still to come keeps its
// place.
import type { ReactNode } from 'react';
import styles from './FigureCards.module.css';

interface FigureCardsProps {
  isBusy?: boolean;
  children: ReactNode;
}

export function FigureCards({ isBusy = false, children }: FigureCardsProps) {
  return (
    <dl className={styles.figures} aria-busy={isBusy}>
      {children}
    </dl>
  );
}

interface FigureCardProps {
  name: string;
  /** Undefined while it is still to come. */
  value: ReactNode;
  note: ReactNode;
  /** A failure: of some, or of all. */
  tone?: 'some' | 'all' | undefined;
}

export function FigureCard({ name, value, note, tone }: FigureCardProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.name}>{name}</dt>
      <dd>
        <div className={styles.value} data-tone={tone}>
          {value ?? <span className={styles.later} />}
        </div>
        <div className={styles.note}>{note || '\u00a0'}</div>
      </dd>
    </div>
  );
}
