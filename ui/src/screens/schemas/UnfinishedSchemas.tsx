// Schemas whose making stopped half-way, each with the way to go on or to take it back.
import { Link } from '@tanstack/react-router';
import type { MakingLine } from '../../api/bindings/MakingLine';
import styles from './schemas.module.css';

export function UnfinishedSchemas({ makings }: { makings: readonly MakingLine[] }) {
  if (makings.length === 0) return null;
  return (
    <ul className={styles.unfinished} aria-label="Schemas that are not finished">
      {makings.map(({ makingId, title, state }) => (
        <li key={makingId}>
          <span>
            <strong>{title}</strong>{' '}
            {state === 'running' ? 'is being made.' : 'is not finished. Nothing is lost.'}
          </span>
          <Link to="/schemas/making/$makingId" params={{ makingId }} className={styles.link}>
            Go on or undo<span className={styles.hidden}>: {title}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
