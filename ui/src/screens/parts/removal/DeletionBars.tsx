// Under every page: deletions that can still be undone, that run, that stopped, or that have just ended. Each stays
// until it has been undone or closed, whatever page is open.
import { Button } from '@react-spectrum/s2';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Clock from '@react-spectrum/s2/icons/Clock';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Deletion } from '../../../api/bindings/Deletion';
import { useWrite } from '../../../api/mutations';
import { deletionsQuery } from '../../../api/removalQueries';
import { Glyph } from '../../../kit/Glyph';
import { Spinner } from '../../../kit/Spinner';
import { useProblemToast } from '../useWaysOut';
import { useWhyNoWrite } from '../useWhyNoWrite';
import styles from './DeletionBars.module.css';
import { DeletionDialog } from './DeletionDialog';
import { barWords, changedIds, secondsLeft } from './deletionView';

export function DeletionBars({ onPlanAgain }: { onPlanAgain: (flowIds: readonly string[]) => void }) {
  const { data: deletions = [], dataUpdatedAt } = useQuery(deletionsQuery());
  const [openedId, setOpened] = useState<string>();
  const opened = deletions.find(({ deletionId }) => deletionId === openedId);
  if (deletions.length === 0) return null;
  return (
    <section className={styles.bars} aria-label="Deletions">
      {deletions.map((deletion) => (
        <Bar
          key={deletion.deletionId}
          deletion={deletion}
          readAt={dataUpdatedAt}
          onOpen={() => setOpened(deletion.deletionId)}
          onPlanAgain={onPlanAgain}
        />
      ))}
      <DeletionDialog deletion={opened} onClose={() => setOpened(undefined)} onPlanAgain={onPlanAgain} />
    </section>
  );
}

interface BarProps {
  deletion: Deletion;
  /** When it was read, by this computer's clock. */
  readAt: number;
  onOpen: () => void;
  onPlanAgain: (flowIds: readonly string[]) => void;
}

function Bar({ deletion, readAt, onOpen, onPlanAgain }: BarProps) {
  const { deletionId, choices, state } = deletion;
  const tell = useProblemToast();
  const undo = useWrite('undo_deletion');
  const stop = useWrite('stop_deletion');
  const resume = useWrite('resume_deletion');
  const close = useWrite('close_deletion');
  const seconds = useSeconds(deletion, readAt);
  const noWrite = useWhyNoWrite();
  const resumable = choices.includes('resume');
  const press = (write: typeof undo | typeof stop | typeof resume | typeof close) => () =>
    write.mutate({ deletionId }, { onError: ({ app }) => tell(app, {}) });
  const changed = changedIds(deletion);
  return (
    <div className={styles.bar} data-state={state} role="status">
      <BarIcon state={state} trouble={changed.length > 0} />
      <span className={styles.words}>
        {barWords(deletion, seconds)}
        {resumable && noWrite && ` ${noWrite}`}
      </span>
      <span className={styles.actions}>
        {choices.includes('undo') && (
          <Button size="S" variant="primary" onPress={press(undo)} isPending={undo.isPending}>
            Undo
          </Button>
        )}
        {resumable && (
          <Button
            size="S"
            variant="primary"
            isDisabled={noWrite !== undefined}
            isPending={resume.isPending}
            onPress={press(resume)}
          >
            Resume
          </Button>
        )}
        {state === 'done' && changed.length > 0 && (
          <Button
            size="S"
            variant="primary"
            onPress={() => {
              press(close)();
              onPlanAgain(changed);
            }}
          >
            Look again
          </Button>
        )}
        {choices.includes('stop') && (
          <Button size="S" variant="secondary" onPress={press(stop)} isPending={stop.isPending}>
            Stop
          </Button>
        )}
        {state !== 'waiting' && (
          <Button size="S" variant="secondary" onPress={onOpen}>
            Details
          </Button>
        )}
        {choices.includes('close') && (
          <Button size="S" variant="secondary" onPress={press(close)} isPending={close.isPending}>
            Close
          </Button>
        )}
      </span>
    </div>
  );
}

/** Whole seconds left to undo, counted on between two readings. */
function useSeconds(deletion: Deletion, readAt: number): number {
  const [now, setNow] = useState(() => Date.now());
  const waiting = deletion.state === 'waiting';
  useEffect(() => {
    if (!waiting) return;
    const timer = window.setInterval(() => setNow(Date.now()), 250);
    return () => window.clearInterval(timer);
  }, [waiting]);
  return secondsLeft(deletion.undoLeftMs ?? 0, Math.max(0, now - readAt));
}

function BarIcon({ state, trouble }: { state: Deletion['state']; trouble: boolean }) {
  if (state === 'waiting') return <Glyph of={Clock} size={20} tone="informative" />;
  if (state === 'running' || state === 'stopping') return <Spinner size={20} />;
  if (state === 'done' && !trouble) return <Glyph of={CheckmarkCircle} size={20} tone="positive" />;
  return <Glyph of={AlertTriangle} size={20} tone="notice" />;
}
