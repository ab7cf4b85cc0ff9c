// Five figures of the last 24 hours. What the platform did not report is said so; only a failure has a colour.
import type { ReactNode } from 'react';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { Time } from '../../kit/Time';
import { countOrNotReported, formatRate } from '../../lib/number';
import { longDate, timeAgo } from '../../lib/time';
import styles from './Figures.module.css';

export function Figures({ flow, now }: { flow: FlowDetail; now: number }) {
  const { received, ingested, failed } = flow.day;
  const last = flow.runs[0]?.startedAt ?? flow.row.lastRun?.startedAt;
  return (
    <dl className={styles.figures}>
      <Figure name="Received" value={countOrNotReported(received)} note="events, last 24 hours" />
      <Figure name="Ingested" value={countOrNotReported(ingested)} note="last 24 hours" />
      <Figure
        name="Failed"
        value={countOrNotReported(failed)}
        note="last 24 hours"
        tone={(failed ?? 0) === 0 ? undefined : failed === received ? 'all' : 'some'}
      />
      <Figure name="Ingested rate" value={formatRate(ingested, received)} note="of what was received" />
      <Figure
        name="Last run"
        value={<Time at={last}>{timeAgo(last, now)}</Time>}
        note={last === undefined ? 'none yet' : longDate(last, now)}
      />
    </dl>
  );
}

interface FigureProps {
  name: string;
  value: ReactNode;
  note: string;
  tone?: 'some' | 'all' | undefined;
}

function Figure({ name, value, note, tone }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.name}>{name}</dt>
      <dd>
        <div className={styles.value} data-tone={tone}>
          {value}
        </div>
        <div className={styles.note}>{note}</div>
      </dd>
    </div>
  );
}
