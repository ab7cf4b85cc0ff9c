// A schema that is being made: its steps, why it stopped, and what can be done about it.
import { Button, ButtonGroup } from '@react-spectrum/s2';
import type { SchemaMaking } from '../../api/bindings/SchemaMaking';
import type { SetupChoice } from '../../api/bindings/SetupChoice';
import { useWrite } from '../../api/mutations';
import { isAtWork } from '../../api/schemaQueries';
import { Card } from '../../kit/Card';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { StepList } from '../../kit/StepList';
import { CallProblem } from '../parts/CallProblem';
import { stepsOf } from './making';
import styles from './schemas.module.css';

interface MakingPanelProps {
  making: SchemaMaking;
  /** After anything was pressed: look again. */
  onPressed: () => void;
  /** After it was left as it is. */
  onLeft: () => void;
}

const LABELS: Record<SetupChoice, string> = {
  cancel: 'Stop',
  resume: 'Resume',
  create_again: 'Make it again',
  undo: 'Undo',
  leave: 'Leave as it is',
};

export function MakingPanel({ making, onPressed, onLeft }: MakingPanelProps) {
  const cancel = useWrite('cancel_schema');
  const resume = useWrite('resume_schema');
  const undo = useWrite('undo_schema');
  const leave = useWrite('leave_schema');
  const args = { makingId: making.makingId };
  const press: Record<SetupChoice, () => void> = {
    cancel: () => cancel.mutate(args, { onSettled: onPressed }),
    resume: () => resume.mutate(args, { onSettled: onPressed }),
    create_again: () => resume.mutate(args, { onSettled: onPressed }),
    undo: () => undo.mutate(args, { onSettled: onPressed }),
    leave: () => leave.mutate(args, { onSuccess: onLeft }),
  };
  const error = cancel.error ?? resume.error ?? undo.error ?? leave.error;
  return (
    <Card title={titleOf(making)}>
      <div className={styles.making}>
        <StepList steps={stepsOf(making.steps)} label="Steps" look="joined" />
        {making.cause && !isAtWork(making) && (
          <ProblemPanel tone="notice" title={making.cause.title} hint={hintOf(making)} />
        )}
        {error && <CallProblem error={error} onRetry={onPressed} />}
        {making.choices.length > 0 && (
          <ButtonGroup>
            {making.choices.map((choice, place) => (
              <Button
                key={choice}
                variant={place === 0 && choice !== 'cancel' ? 'accent' : 'secondary'}
                onPress={press[choice]}
              >
                {LABELS[choice]}
              </Button>
            ))}
          </ButtonGroup>
        )}
      </div>
    </Card>
  );
}

function titleOf({ state, title }: SchemaMaking): string {
  switch (state) {
    case 'running':
      return `Making ${title}`;
    case 'stopping':
      return 'Stopping after the request under way';
    case 'undoing':
      return 'Taking back what was made';
    case 'undone':
      return 'Everything that was made is taken back';
    case 'undo_stopped':
      return 'Taking back stopped half-way';
    case 'done':
      return `${title} is made`;
    default:
      return 'Stopped half-way';
  }
}

/** What was refused of the form cannot be changed under way: the way round is said. */
function hintOf({ cause, hasMade }: SchemaMaking): string {
  if (!cause) return '';
  if (!hasMade || cause.fields.length === 0) return cause.hint;
  return `${cause.hint} Undo, then correct the form and create it anew.`.trim();
}
