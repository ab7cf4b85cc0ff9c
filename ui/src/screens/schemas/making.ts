// How the making of a schema looks.
import type { MakingStepShown } from '../../api/bindings/MakingStepShown';
import type { StepState } from '../../api/bindings/StepState';
import type { StepState as Look, Step } from '../../kit/StepList';

const LOOKS: Record<StepState, Look> = {
  waiting: 'waiting',
  running: 'running',
  done: 'passed',
  picked: 'passed',
  failed: 'failed',
  unclear: 'unclear',
  removed: 'removed',
  left_behind: 'stays',
};

export function stepsOf(steps: readonly MakingStepShown[]): Step[] {
  return steps.map(({ kind, state, sentence }) => ({ id: kind, title: sentence, state: LOOKS[state] }));
}
