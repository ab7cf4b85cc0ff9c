// What became of the events: how many of each outcome, the list, and one of them whole.
import { ActionButton, Button, ProgressBar, Text, ToggleButton } from '@react-spectrum/s2';
import Send from '@react-spectrum/s2/icons/Send';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventOutcome } from '../../api/bindings/EventOutcome';
import type { Inspection } from '../../api/bindings/Inspection';
import { inspectionQuery } from '../../api/inspectorQueries';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { formatCount, plural } from '../../lib/number';
import { CallProblem } from '../parts/CallProblem';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { EventDetail } from './EventDetail';
import { EventList } from './EventList';
import { countOf, OUTCOMES } from './outcomes';
import styles from './Results.module.css';
import { SendDialog } from './SendDialog';
import { SendingLine } from './SendingLine';

interface ResultsProps {
  one: Inspection;
  flow: string;
  onOthers: () => void;
}

export function Results({ one, flow, onOthers }: ResultsProps) {
  const [outcome, setOutcome] = useState<EventOutcome>();
  const [number, setNumber] = useState<number>();
  const [asking, setAsking] = useState(false);
  const blocked = useWhyNoWrite();
  const moves = one.state === 'running' || one.state === 'stopping';
  const sends = one.sending?.state === 'running' || one.sending?.state === 'stopping';
  const left = one.toSend + one.gapsToSend;
  return (
    <div className={styles.results}>
      <div className={styles.bar}>
        <fieldset className={styles.filters} aria-label="Outcome">
          <ToggleButton size="S" isSelected={outcome === undefined} onChange={() => setOutcome(undefined)}>
            {`All ${formatCount(one.events)}`}
          </ToggleButton>
          {OUTCOMES.filter(({ id }) => one.counts[id] > 0 || id === outcome).map(({ id, label }) => (
            <ToggleButton
              key={id}
              size="S"
              isSelected={outcome === id}
              onChange={(on) => setOutcome(on ? id : undefined)}
            >
              {`${label} ${formatCount(one.counts[id])}`}
            </ToggleButton>
          ))}
        </fieldset>
        <span className={styles.actions}>
          <ActionButton onPress={onOthers}>Check other events</ActionButton>
          <Button
            variant="primary"
            isDisabled={moves || sends || left === 0 || blocked !== undefined}
            onPress={() => setAsking(true)}
          >
            <Send />
            <Text>Send good events…</Text>
          </Button>
        </span>
      </div>
      {blocked !== undefined && <p className={styles.note}>{blocked}</p>}
      <Progress one={one} moves={moves} onOthers={onOthers} />
      {one.sending && (
        <SendingLine one={one} sending={one.sending} flow={flow} onAgain={() => setAsking(true)} />
      )}
      <div className={styles.columns}>
        <EventList
          key={outcome ?? 'all'}
          one={one}
          outcome={outcome}
          total={countOf(one.counts, outcome)}
          onChoose={setNumber}
        />
        <EventDetail one={one} number={number} />
      </div>
      <SendDialog isOpen={asking} one={one} flow={flow} onClose={() => setAsking(false)} />
    </div>
  );
}

/** While the events are checked: how far it is, and a way to stop. Afterwards: what is to be known of the whole. */
function Progress({ one, moves, onOthers }: { one: Inspection; moves: boolean; onOthers: () => void }) {
  const session = useSession();
  const client = useQueryClient();
  const stop = useWrite('stop_inspection');
  const { inspectionId, counts, events, leftOut, linesLeftOut, problem, state } = one;
  const press = () =>
    stop.mutate(
      { inspectionId },
      {
        onSuccess: (after) => client.setQueryData(inspectionQuery(session.key, inspectionId).queryKey, after),
      },
    );
  const checked = events - counts.waiting;
  return (
    <div className={styles.progress} aria-live="polite">
      {moves && (
        <div className={styles.moving}>
          <ProgressBar
            label="Experience Platform maps the events"
            valueLabel={`${formatCount(checked)} of ${formatCount(events)}`}
            value={checked}
            maxValue={events}
            styles={style({ width: 420, maxWidth: 'full' })}
          />
          <Button size="S" variant="secondary" isDisabled={state === 'stopping'} onPress={press}>
            {state === 'stopping' ? 'Stopping…' : 'Stop'}
          </Button>
        </div>
      )}
      {state === 'stopped' && !problem && (
        <p className={styles.note}>
          Stopped: {plural(counts.waiting, 'event was', 'events were')} not checked.
        </p>
      )}
      {leftOut > 0 && (
        <p className={styles.note}>
          {`There are ${plural(leftOut, 'more event', 'more events')} in this text. Inlet checks the first ${formatCount(events)}.`}
        </p>
      )}
      {linesLeftOut > 0 && (
        <p className={styles.note}>
          {`${plural(linesLeftOut, 'field mapping fills in a fixed text, which a check', 'field mappings fill in a fixed text, which a check')} cannot take: expect ${linesLeftOut === 1 ? 'its field' : 'their fields'} here as missing. When events are ingested, Experience Platform fills ${linesLeftOut === 1 ? 'it' : 'them'} in.`}
        </p>
      )}
      {problem && <CallProblem look="strip" error={problem} onRetry={onOthers} />}
    </div>
  );
}
