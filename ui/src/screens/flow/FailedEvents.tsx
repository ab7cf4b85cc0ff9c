// The events of a run that failed: fetched when asked for, with the guilty fields marked, and saved as a file.
import { Button } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FailedEvents as Events } from '../../api/bindings/FailedEvents';
import type { RunDetail } from '../../api/bindings/RunDetail';
import { failedEventsQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { Card } from '../../kit/Card';
import { CopyField } from '../../kit/CopyField';
import { formatCount, plural } from '../../lib/number';
import { clockTime } from '../../lib/time';
import { CallProblem } from '../parts/CallProblem';
import { Reading } from '../parts/Reading';
import styles from './FailedEvents.module.css';
import { FailedEventsTable } from './FailedEventsTable';
import { SaveFailedEvents } from './SaveFailedEvents';

export function FailedEvents({ detail }: { detail: RunDetail }) {
  const { samples, run } = detail;
  const session = useSession();
  const [wanted, setWanted] = useState(false);
  const own = samples.some((link) => link.own);
  const events = useQuery({ ...failedEventsQuery(session.key, run.id), enabled: wanted });
  const again = () => void events.refetch();
  const foreign = samples.filter((link) => !link.own);
  return (
    <Card
      title="Failed events"
      aside={events.data && events.data.rows.length > 0 && <SaveFailedEvents runId={run.id} />}
    >
      <div className={styles.body}>
        {samples.length === 0 && <p className={styles.note}>{whyNone(detail)}</p>}
        {own && !wanted && (
          <div className={styles.ask}>
            <p className={styles.note}>
              Adobe keeps them for 30 days. They hold what visitors did: Inlet reads them only when you ask
              and keeps none.
            </p>
            <Button variant="secondary" onPress={() => setWanted(true)}>
              Read failed events
            </Button>
          </div>
        )}
        {wanted && events.isPending && <Reading look="inside" what="the failed events" onRetry={again} />}
        {events.error && <CallProblem error={events.error} onRetry={again} />}
        {events.data && <Read events={events.data} failed={run.counts.failed} onRetry={again} />}
        {foreign.map(({ address, host }) => (
          <div key={address} className={styles.foreign}>
            <p className={styles.note}>
              This link leads to {host || 'an address that Inlet cannot read'}, not to Experience Platform.
              Inlet does not follow it, because your access would travel with it.
            </p>
            <CopyField value={address} what="link to failed events" />
          </div>
        ))}
      </div>
    </Card>
  );
}

function whyNone({ run }: RunDetail): string {
  if (run.state === 'in_progress') return 'The run is under way.';
  return run.errors.some(({ code }) => code.startsWith('INGEST-1211'))
    ? 'Error diagnostics are off for this dataflow, so Adobe keeps none of its events that fail.'
    : 'This run does not say where its failed events are.';
}

interface ReadProps {
  events: Events;
  failed: number | undefined;
  onRetry: () => void;
}

function Read({ events, failed, onRetry }: ReadProps) {
  const { rows, problem, unreadable, readAt } = events;
  return (
    <>
      {problem && (
        <CallProblem look={rows.length > 0 ? 'strip' : 'panel'} error={problem} onRetry={onRetry} />
      )}
      {rows.length > 0 && (
        <>
          <p className={styles.note}>
            {howMany(events, failed)}, read from Adobe at {clockTime(readAt)}.
            {unreadable > 0 && ` ${plural(unreadable, 'line', 'lines')} could not be read.`}
          </p>
          <FailedEventsTable events={events} />
        </>
      )}
      {rows.length === 0 && !problem && (
        <p className={styles.note}>
          {unreadable > 0
            ? `${plural(unreadable, 'line was', 'lines were')} found, and none could be read.`
            : 'The files hold no events. Adobe removes them after 30 days.'}
        </p>
      )}
    </>
  );
}

function howMany({ rows, read, more }: Events, failed: number | undefined): string {
  const all = failed !== undefined && failed > rows.length ? formatCount(failed) : undefined;
  if (all !== undefined) return `The first ${formatCount(rows.length)} of ${all} failed events`;
  if (more || read > rows.length) return `The first ${formatCount(rows.length)} failed events`;
  return plural(rows.length, 'failed event', 'failed events');
}
