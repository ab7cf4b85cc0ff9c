// Set-ups that run, stopped or were left: each with what may be done about it, above the list they belong to.
import { Button, DialogContainer } from '@react-spectrum/s2';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import ClockPending from '@react-spectrum/s2/icons/ClockPending';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SetupSummary } from '../../api/bindings/SetupSummary';
import { useNow } from '../../api/clock';
import { useWrite } from '../../api/mutations';
import { Glyph } from '../../kit/Glyph';
import { Spinner } from '../../kit/Spinner';
import { longDate } from '../../lib/time';
import { CallProblem } from '../parts/CallProblem';
import { type Press, setupWords } from '../parts/setupWords';
import { UndoDialog } from '../parts/UndoDialog';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import styles from './UnfinishedSetups.module.css';

interface UnfinishedSetupsProps {
  setups: readonly SetupSummary[];
  /** Of other sandboxes and sign-ins: named, so that nobody forgets them. */
  elsewhere: readonly SetupSummary[];
}

export function UnfinishedSetups({ setups, elsewhere }: UnfinishedSetupsProps) {
  const told = setups.filter(({ state }) => setupWords(state) !== undefined);
  const toldElsewhere = elsewhere.filter(({ state }) => setupWords(state) !== undefined);
  if (told.length === 0 && toldElsewhere.length === 0) return null;
  return (
    <section className={styles.place} aria-label="Unfinished set-ups">
      {told.map((setup) => (
        <SetupNotice key={setup.setupId} setup={setup} />
      ))}
      {toldElsewhere.length > 0 && <p className={styles.elsewhere}>{elsewhereSentence(toldElsewhere)}</p>}
    </section>
  );
}

/** What is sent to the platform; the rest stays on this computer. */
const WRITES: readonly Press[] = ['resume', 'undo'];

function SetupNotice({ setup }: { setup: SetupSummary }) {
  const { setupId, name, sandbox, state, startedAt } = setup;
  const navigate = useNavigate();
  const now = useNow(60_000);
  const resume = useWrite('resume_setup');
  const undo = useWrite('undo_setup');
  const leave = useWrite('leave_setup');
  const noWrite = useWhyNoWrite();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<{ error: unknown; press: Press }>();
  const busy = resume.isPending ? 'resume' : undo.isPending ? 'undo' : leave.isPending ? 'leave' : undefined;
  const words = setupWords(state);
  if (!words) return null;

  const watch = () => void navigate({ to: '/setups/$setupId', params: { setupId } });
  const failing = (press: Press) => ({ onError: (error: unknown) => setFailed({ error, press }) });
  const run: Record<Press, () => void> = {
    resume: () => resume.mutate({ setupId, createAgain: false }, { onSuccess: watch, ...failing('resume') }),
    undo: () => undo.mutate({ setupId }, { onSuccess: watch, ...failing('undo') }),
    leave: () => leave.mutate({ setupId }, failing('leave')),
    open: watch,
  };
  const start = (press: Press) => {
    setFailed(undefined);
    run[press]();
  };
  return (
    <>
      <div className={styles.notice} data-tone={words.tone}>
        {words.tone === 'running' && <Spinner size={20} />}
        {words.tone === 'notice' && <Glyph of={AlertTriangle} size={20} tone="notice" />}
        {words.tone === 'neutral' && <Glyph of={ClockPending} size={20} tone="neutral" />}
        <p className={styles.words}>
          <strong>{words.title(name)}</strong> <span>{words.hint}</span>
          <span className={styles.when}> Started {longDate(startedAt, now).toLowerCase()}.</span>
          {noWrite && words.presses.some(({ press }) => WRITES.includes(press)) && <span> {noWrite}</span>}
        </p>
        <div className={styles.actions}>
          {words.presses.map(({ press, label }, place) => (
            <Button
              key={press}
              size="S"
              variant={place === 0 ? 'primary' : 'secondary'}
              isDisabled={
                (busy !== undefined && busy !== press) || (noWrite !== undefined && WRITES.includes(press))
              }
              isPending={busy === press}
              onPress={() => (press === 'undo' ? setAsking(true) : start(press))}
            >
              {label}
            </Button>
          ))}
        </div>
        <DialogContainer onDismiss={() => setAsking(false)}>
          {asking && (
            <UndoDialog sandbox={sandbox} isBlocked={noWrite !== undefined} onUndo={() => start('undo')} />
          )}
        </DialogContainer>
      </div>
      {failed && <CallProblem error={failed.error} onRetry={() => start(failed.press)} look="strip" />}
    </>
  );
}

function elsewhereSentence(setups: readonly SetupSummary[]): string {
  const names = setups.map(({ name, sandbox, profileName }) => `“${name}” in ${sandbox} (${profileName})`);
  const count = setups.length === 1 ? 'A set-up is' : `${setups.length} set-ups are`;
  return `${count} unfinished elsewhere: ${names.join(', ')}. Change to that sandbox to finish or undo.`;
}
