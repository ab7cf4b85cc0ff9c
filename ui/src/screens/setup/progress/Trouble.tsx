// Why it stopped, why undo stopped, and what stays behind: each once, none hiding another.
import { useNavigate } from '@tanstack/react-router';
import type { AppError } from '../../../api/bindings/AppError';
import type { Setup } from '../../../api/bindings/Setup';
import { problemWords } from '../../../api/errors';
import { Card } from '../../../kit/Card';
import { CopyField } from '../../../kit/CopyField';
import { ProblemPanel } from '../../../kit/ProblemPanel';
import { copyForAdministrator } from '../../parts/copyForAdministrator';
import { STEP_WORDS } from '../stepWords';
import styles from './Trouble.module.css';

export function Trouble({ setup }: { setup: Setup }) {
  const { cause, undoProblem, steps } = setup;
  const left =
    setup.state === 'undo_stopped' ? ['done', 'failed', 'unclear', 'left_behind'] : ['left_behind'];
  const remaining = steps.filter(({ state, object }) => left.includes(state) && object !== undefined);
  return (
    <>
      {undoProblem && <Problem error={undoProblem} />}
      {cause && setup.state !== 'running' && !isUndo(setup) && <Problem error={cause} />}
      {cause && isUndo(setup) && (
        <p className={styles.text}>It had stopped because of this: {cause.title}.</p>
      )}
      {remaining.length > 0 && (
        <Card title={setup.state === 'undo_stopped' ? 'What is left' : 'What stays behind'}>
          <p className={styles.text}>
            {setup.state === 'undo_stopped'
              ? 'Undo again, or give this list to your Adobe administrator.'
              : 'Inlet could not remove these; each step says why. Your Adobe administrator may need their IDs.'}
          </p>
          <ul className={styles.list}>
            {remaining.map(({ kind, object }) => (
              <li key={kind}>
                <div className={styles.name}>
                  {STEP_WORDS[kind]} <strong>{object?.name}</strong>
                </div>
                <CopyField
                  look="plain"
                  value={object?.id ?? ''}
                  what={`ID of the ${STEP_WORDS[kind].toLowerCase()}`}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** Once undo has begun, why the set-up had stopped is history. */
function isUndo({ state }: Setup): boolean {
  return state === 'undoing' || state === 'undone' || state === 'undo_stopped';
}

function Problem({ error }: { error: AppError }) {
  const navigate = useNavigate();
  // What to do about the set-up stands below, as choices; only another way in belongs to the error itself.
  const { title, hint, supportText, action } = problemWords(error, {
    sign_in: () => void navigate({ to: '/connect' }),
    ...copyForAdministrator(error),
  });
  return <ProblemPanel title={title} hint={hint} supportText={supportText} action={action} />;
}
