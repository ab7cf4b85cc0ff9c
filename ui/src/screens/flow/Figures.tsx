// Five figures of the last 24 hours. What the platform did not report is said so; only a failure has a colour.
import type { ReactNode } from 'react';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { Time } from '../../kit/Time';
import { countOrDash, formatRate, NOT_REPORTED } from '../../lib/number';
import { longDate, timeAgo } from '../../lib/time';
import styles from './Figures.module.css';

export function Figures({ flow, now }: { flow: FlowDetail; now: number }) {
  const { received, ingested, failed } = flow.day;
  const waiting = flow.row.status.kind === 'waiting_for_first_run';
  const last = waiting ? undefined : (flow.runs[0]?.startedAt ?? flow.row.lastRun?.startedAt);
  return (
    <dl className={styles.figures}>
      <Figure
        name="Received"
        value={countOrDash(received)}
        note={noteOf(received, 'events, last 24 hours')}
      />
      <Figure name="Ingested" value={countOrDash(ingested)} note={noteOf(ingested, 'last 24 hours')} />
      <Figure
        name="Failed"
        value={countOrDash(failed)}
        note={noteOf(failed, 'last 24 hours')}
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

function noteOf(value: number | undefined, words: string): string {
  return value === undefined ? `${NOT_REPORTED}, last 24 hours` : words;
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
