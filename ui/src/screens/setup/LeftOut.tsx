// What a recipe has and its place here does not: told where the place is chosen, and again once it is made.
import type { Destination } from '../../api/bindings/Destination';
import { Card } from '../../kit/Card';
import styles from './setup.module.css';

export function leftOutOf(destination: Destination): readonly string[] {
  return destination.kind === 'shape' ? destination.leftOut : [];
}

export function LeftOut({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <Card title="Not taken over from the recipe">
      <ul className={styles.leftOut}>
        {of.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Card>
  );
}
