// Test events of one dataflow, each followed as far as is known.
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Clock from '@react-spectrum/s2/icons/Clock';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { TestEvent } from '../../api/bindings/TestEvent';
import type { TestStage } from '../../api/bindings/TestStage';
import { useNow } from '../../api/clock';
import { problemWords } from '../../api/errors';
import { useSession, useSurroundings } from '../../api/session';
import { testEventQuery } from '../../api/setupQueries';
import { Card } from '../../kit/Card';
import { Glyph } from '../../kit/Glyph';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { Time } from '../../kit/Time';
import { clockTime, longDate } from '../../lib/time';
import styles from './TestEvents.module.css';
import { Tracker } from './Tracker';
import { TEST_EVENTS } from './testEventsPlace';
import { isUnanswered, trackerMarks } from './tracker';

interface TestEventsProps {
  title: string;
  /** At the right end of the title's line: the button that sends one, unless it stands elsewhere. */
  action?: ReactNode;
  /** Name of the dataset in which the events land. */
  dataset: string | undefined;
  /** Name of the source. */
  source: string;
  /** Newest first, as last read with the dataflow. */
  events: readonly TestEvent[];
  /** Why none can be sent now. */
  blocked?: string | undefined;
}

export function TestEvents({ title, action, dataset, source, events, blocked }: TestEventsProps) {
  const [newest, ...older] = events;
  return (
    <div id={TEST_EVENTS}>
      <Card title={title} aside={action}>
        {blocked && <p className={styles.none}>{blocked}</p>}
        {newest ? (
          <Followed key={newest.testEventId} known={newest} dataset={dataset} />
        ) : (
          !blocked && (
            <p className={styles.none}>
              See an event arrive before {source} sends one: choose an example, send it, and follow it to its
              run.
            </p>
          )
        )}
        {older.length > 0 && (
          <ul className={styles.older} aria-label="Earlier test events">
            {older.slice(0, 5).map((event) => (
              <Earlier key={event.testEventId} known={event} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

function useTestEvent(known: TestEvent) {
  const session = useSession();
  const around = useSurroundings();
  return useQuery(testEventQuery(session.key, known, around));
}

function Followed({ known, dataset }: { known: TestEvent; dataset: string | undefined }) {
  const { data: event, error } = useTestEvent(known);
  const now = useNow(10_000);
  const unanswered = isUnanswered(event, now);
  return (
    <div className={styles.followed}>
      <p className={styles.sent}>
        Sent <Time at={event.sentAt}>{midSentence(longDate(event.sentAt, now))}</Time>
      </p>
      <Tracker marks={trackerMarks(event, dataset, now)} label={`Test event, ${event.label}`} />
      {event.stage.kind === 'refused' ? (
        <ProblemPanel {...problemWords(event.stage.problem, {})} />
      ) : (
        <p className={styles.sentence} role="status">
          {unanswered ? <Glyph of={AlertTriangle} tone="notice" /> : <Glyph of={Clock} />}
          <span>
            {unanswered
              ? 'The streaming endpoint gave no answer. Look at the next runs: if the event arrived, one of them has received it.'
              : event.sentence}
            {event.lookAgainAt !== undefined && (
              <strong> Look again at about {clockTime(event.lookAgainAt)}.</strong>
            )}
          </span>
        </p>
      )}
      {error && (
        <p className={styles.none}>What became of it could not be read just now. Inlet tries again.</p>
      )}
    </div>
  );
}

interface Look {
  word: string;
  icon: typeof Clock;
  tone?: 'positive' | 'notice' | 'negative';
}

const UNANSWERED: Look = { word: 'No answer', icon: AlertTriangle, tone: 'notice' };

const STAGE_LOOK: Record<TestStage['kind'], Look> = {
  sent: { word: 'Sent', icon: Clock },
  refused: { word: 'Not accepted', icon: AlertDiamond, tone: 'negative' },
  accepted: { word: 'Accepted', icon: Clock },
  in_run: { word: 'In a run', icon: Clock },
  ingested: { word: 'Ingested', icon: CheckmarkCircle, tone: 'positive' },
  uncertain: { word: 'Perhaps ingested', icon: AlertTriangle, tone: 'notice' },
  not_seen: { word: 'Not in a run', icon: AlertTriangle, tone: 'notice' },
};

function Earlier({ known }: { known: TestEvent }) {
  const { data: event } = useTestEvent(known);
  const now = useNow(60_000);
  const { word, icon, tone } = isUnanswered(event, now) ? UNANSWERED : STAGE_LOOK[event.stage.kind];
  return (
    <li className={styles.earlier}>
      <span className={styles.when}>
        <Time at={event.sentAt}>{longDate(event.sentAt, now)}</Time>
      </span>
      <span className={styles.what}>{event.label}</span>
      <span className={styles.stage}>
        <Glyph of={icon} {...(tone ? { tone } : {})} />
        {word}
      </span>
    </li>
  );
}

/** "Today 14:02" in the middle of a sentence. */
function midSentence(date: string): string {
  return date.replace(/^(Today|Yesterday)/, (word) => word.toLowerCase());
}
