// Beside the steps while they are being made: what a stop would mean, and what to prepare.
import type { SourceInfo } from '../../../api/bindings/SourceInfo';
import { useSurroundings } from '../../../api/session';
import { Card } from '../../../kit/Card';
import styles from './Cards.module.css';

const WAYS = [
  ['Resume', 'Goes on. Nothing is made twice.'],
  ['Undo', 'Removes what was made, in order.'],
  ['Leave as is', 'Finish it later, from Dataflows.'],
] as const;

export function IfSomethingStops() {
  return (
    <Card title="If something stops">
      <p className={styles.text}>
        Every step is written down before it is sent. You choose what happens to a half-made dataflow:
      </p>
      <dl className={styles.ways}>
        {WAYS.map(([name, text]) => (
          <div key={name} className={styles.way}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.text}>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

export function MeanwhileIn({ source }: { source: SourceInfo }) {
  const { practice } = useSurroundings();
  if (practice) return null;
  return (
    <Card title={`Meanwhile in ${source.name}`}>
      <p className={styles.text}>
        {source.instructions[0]?.detail} You paste the webhook address in a moment.
      </p>
    </Card>
  );
}
