// A place with nothing in it yet: what to do first, an alternative, and facts that take away fear.
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  picture?: ReactNode;
  title: string;
  text: ReactNode;
  actions?: ReactNode;
  facts?: readonly { title: string; text: string }[];
}

export function EmptyState({ picture, title, text, actions, facts = [] }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {picture}
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {actions && <div className={styles.actions}>{actions}</div>}
      {facts.length > 0 && (
        <ul className={styles.facts}>
          {facts.map((fact) => (
            <li key={fact.title} className={styles.fact}>
              <strong>{fact.title}</strong>
              <span>{fact.text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
