// Five figures of the sandbox. What the platform did not report is said so; only a failure has a colour.
import type { Overview } from '../../api/bindings/Overview';
import { countOrDash, formatCount, formatRate, NOT_REPORTED } from '../../lib/number';
import styles from './Numbers.module.css';
import { WINDOW_WORDS } from './windows';

export function Numbers({ overview }: { overview: Overview | undefined }) {
  const { received, ingested, failed } = overview?.total ?? {};
  const window = overview ? WINDOW_WORDS[overview.window].long : '';
  const note = (value: number | undefined, words: string) => {
    if (!overview) return '';
    return value === undefined ? `${NOT_REPORTED}, ${window}` : words;
  };
  return (
    <dl className={styles.figures} aria-busy={!overview}>
      <Figure
        name="Received"
        value={overview && countOrDash(received)}
        note={note(received, `events, ${window}`)}
      />
      <Figure
        name="Ingested"
        value={overview && countOrDash(ingested)}
        note={note(ingested, `${formatRate(ingested, received)} of received`)}
      />
      <Figure
        name="Failed"
        value={overview && countOrDash(failed)}
        note={note(failed, `${formatRate(failed, received)} of received`)}
        tone={!failed ? undefined : failed === received ? 'all' : 'some'}
      />
      <Figure
        name="Dataflows on"
        value={overview && formatCount(overview.on)}
        note={overview ? `of ${formatCount(overview.flows)}` : ''}
      />
      <Figure
        name="Need attention"
        value={overview && formatCount(overview.troubled)}
        note={overview ? troubles(overview) : ''}
      />
    </dl>
  );
}

/** "3 failing, 21 losing, 13 silent" */
function troubles({ statuses }: Overview): string {
  const count = (...kinds: string[]) =>
    statuses.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count: one }) => sum + one, 0);
  const parts: [number, string][] = [
    [count('failing'), 'failing'],
    [count('some_lost', 'healthy_with_gaps'), 'losing'],
    [count('quiet', 'no_events_yet'), 'silent'],
  ];
  const told = parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${formatCount(number)} ${word}`);
  return told.join(', ') || 'none';
}

interface FigureProps {
  name: string;
  value: string | undefined;
  note: string;
  tone?: 'some' | 'all' | undefined;
}

function Figure({ name, value, note, tone }: FigureProps) {
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
