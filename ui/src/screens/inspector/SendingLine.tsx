// Events on their way: how many were received, a way to stop, and what that means in the end. Received is not ingested.
import { Button, ProgressBar } from '@react-spectrum/s2';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Inspection } from '../../api/bindings/Inspection';
import type { Sending } from '../../api/bindings/Sending';
import { inspectionQuery } from '../../api/inspectorQueries';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { Glyph } from '../../kit/Glyph';
import { formatCount } from '../../lib/number';
import { CallProblem } from '../parts/CallProblem';
import styles from './SendingLine.module.css';

interface SendingLineProps {
  one: Inspection;
  sending: Sending;
  flow: string;
  /** Asks for the rest to be sent. */
  onAgain: () => void;
}

export function SendingLine({ one, sending, flow, onAgain }: SendingLineProps) {
  const session = useSession();
  const client = useQueryClient();
  const stop = useWrite('stop_inspection');
  const { inspectionId } = one;
  const { state, wanted, accepted, unclear, problem } = sending;
  const keep = (after: Inspection) =>
    client.setQueryData(inspectionQuery(session.key, inspectionId).queryKey, after);
  const moves = state === 'running' || state === 'stopping';
  return (
    <div className={styles.line} aria-live="polite">
      {moves ? (
        <>
          <ProgressBar
            label="Sending to the webhook address"
            valueLabel={`${formatCount(accepted + unclear)} of ${formatCount(wanted)}`}
            value={accepted + unclear}
            maxValue={wanted}
            styles={style({ width: 420, maxWidth: 'full' })}
          />
          <Button
            size="S"
            variant="secondary"
            isDisabled={state === 'stopping'}
            onPress={() => stop.mutate({ inspectionId }, { onSuccess: keep })}
          >
            {state === 'stopping' ? 'Stopping…' : 'Stop sending'}
          </Button>
        </>
      ) : (
        <>
          {accepted > 0 && !problem && <Glyph of={CheckmarkCircle} tone="positive" />}
          <span>
            {sentWords(sending)}{' '}
            <Link
              to="/dataflows/$flowId"
              params={{ flowId: flow }}
              search={{ tab: 'runs' }}
              className={styles.link}
            >
              Runs of the dataflow
            </Link>
          </span>
        </>
      )}
      {problem && (
        <div className={styles.problem}>
          <CallProblem look="strip" error={problem} onRetry={onAgain} />
        </div>
      )}
    </div>
  );
}

function sentWords({ state, wanted, accepted, unclear }: Sending): string {
  const stopped = state === 'stopped' ? ` of ${formatCount(wanted)}` : '';
  const lost = unclear > 0 ? ` For ${formatCount(unclear)} no answer came; they may have arrived.` : '';
  const were = accepted === 1 && stopped === '' ? 'event was' : 'events were';
  return `${formatCount(accepted)}${stopped} ${were} received, which is not ingested yet: the run of this hour tells.${lost}`;
}
