// A set-up as this page shows it: what to call the moment, how far it is, what each choice does. Pure.
import type { Setup } from '../../../api/bindings/Setup';
import type { SetupChoice } from '../../../api/bindings/SetupChoice';
import type { SetupState } from '../../../api/bindings/SetupState';
import type { SetupStep } from '../../../api/bindings/SetupStep';
import type { StepState as Made } from '../../../api/bindings/StepState';
import type { Step, StepState } from '../../../kit/StepList';
import { formatDuration } from '../../../lib/time';
import { STEP_WORDS } from '../stepWords';

export interface Moment {
  heading: string;
  lead: string;
}

/** `source` is the name of where the events come from. */
export function momentOf(setup: Setup, source: string): Moment {
  const name = `“${setup.form.name}”`;
  const at = STEP_WORDS[(stoppedStep(setup) ?? setup.steps[0])?.kind ?? 'check'].toLowerCase();
  switch (setup.state) {
    case 'running':
      return { heading: `Making ${name}`, lead: stepCount(setup) };
    case 'stopping':
      return { heading: `Stopping ${name}`, lead: 'The request that is under way is being finished.' };
    case 'stopped':
      return {
        heading: `${name} is not finished`,
        lead: `It stopped at the ${at}. Nothing else will happen until you choose.`,
      };
    case 'unclear':
      return {
        heading: `Was the ${at} made?`,
        lead: 'Experience Platform was asked to make it, and no answer came. It could not be found for a minute.',
      };
    case 'endpoint_pending':
      return {
        heading: `The dataflow ${name} exists`,
        lead: 'Its webhook address is not ready yet. That is Experience Platform’s doing and takes care of itself: check again in a while.',
      };
    case 'undoing':
      return { heading: `Undoing ${name}`, lead: 'What was made is being removed, last thing first.' };
    case 'undone':
      return { heading: `${name} was undone`, lead: undoneWords(setup) };
    case 'undo_stopped':
      return { heading: 'Not everything is removed', lead: 'Undo stopped. What is left is listed below.' };
    case 'left':
      return {
        heading: `${name} waits for you`,
        lead: 'It was left as it is. Resume or undo it whenever you like.',
      };
    case 'done':
      return {
        heading: `${setup.form.name} is ready`,
        lead: setup.elsewhere
          ? 'Its webhook address is shown in its own sandbox.'
          : `Paste this address into ${source}, then send a test event to see it work.`,
      };
  }
}

function stepCount({ steps }: Setup): string {
  const index = steps.findIndex(({ state }) => state === 'running');
  const at = index < 0 ? steps.filter(({ state }) => isFinished(state)).length : index + 1;
  return `Step ${Math.min(Math.max(at, 1), steps.length)} of ${steps.length}`;
}

function undoneWords({ steps }: Setup): string {
  const stays = steps.filter(({ state }) => state === 'left_behind').length;
  const unclear = steps.some(({ state }) => state === 'unclear');
  if (unclear) {
    return 'Everything is removed that Inlet knows of. Whether one object was ever made is not clear: its step names it.';
  }
  if (stays === 0) return 'Everything that was made is removed and checked.';
  return 'Everything is removed that Inlet may remove. What stays behind is listed here.';
}

/** Where it stands still: the step that failed or is unclear, else the first that was not made. */
export function stoppedStep({ steps }: Setup): SetupStep | undefined {
  return (
    steps.find(({ state }) => state === 'failed' || state === 'unclear') ??
    steps.find(({ state }) => state === 'running') ??
    steps.find(({ state }) => state === 'waiting')
  );
}

function isFinished(state: Made): boolean {
  return state === 'done' || state === 'picked';
}

/** Finished steps out of all, 0 to 100. */
export function percentDone({ steps }: Setup): number {
  if (steps.length === 0) return 0;
  return (steps.filter(({ state }) => isFinished(state)).length / steps.length) * 100;
}

const STATES: Record<Made, StepState> = {
  waiting: 'waiting',
  running: 'running',
  done: 'passed',
  picked: 'passed',
  failed: 'failed',
  unclear: 'unclear',
  removed: 'removed',
  left_behind: 'stays',
};

export function stepRows(setup: Setup): Step[] {
  const stuck = setup.state === 'undo_stopped' ? objectsMade(setup).at(-1) : undefined;
  return setup.steps.map((step, at) => {
    const row: Step = {
      id: `${at} ${step.kind}`,
      title: STEP_WORDS[step.kind],
      state: markOf(setup, step, stuck),
      summary: step.sentence,
    };
    const aside = step === stuck ? 'not removed' : asideOf(step);
    return aside === undefined ? row : { ...row, aside };
  });
}

/** Undo turns the meaning of a tick round: what is still there is not well. */
function markOf({ state }: Setup, step: SetupStep, stuck: SetupStep | undefined): StepState {
  if (state === 'undone' && step.kind === 'check') return 'skipped';
  if (state !== 'undo_stopped' || step.state !== 'done') return STATES[step.state];
  if (step === stuck) return 'failed';
  return step.kind === 'check' || step.kind === 'streaming_endpoint' ? 'skipped' : 'stays';
}

function asideOf({ state, tookMs }: SetupStep): string | undefined {
  if (state === 'removed') return 'removed';
  if (state === 'left_behind') return 'stays behind';
  if (state === 'picked') return 'exists';
  return tookMs === undefined ? undefined : formatDuration(tookMs);
}

/** Objects that this set-up made: neither the check nor the waiting for the address makes one. */
export function objectsMade({ steps }: Setup): SetupStep[] {
  return steps.filter(
    ({ kind, state }) => state === 'done' && kind !== 'check' && kind !== 'streaming_endpoint',
  );
}

export interface ChoiceWords {
  choice: Exclude<SetupChoice, 'cancel'>;
  label: string;
  text: string;
}

/** What may be chosen now, best first, in the words of the moment. */
export function choicesOf({ state, choices }: Setup): ChoiceWords[] {
  const order = ['resume', 'create_again', 'undo', 'leave'] as const;
  return order
    .filter((choice) => choices.includes(choice))
    .map((choice) => ({ choice, ...choiceWords(choice, state) }));
}

function choiceWords(choice: ChoiceWords['choice'], state: SetupState): Omit<ChoiceWords, 'choice'> {
  switch (choice) {
    case 'resume':
      if (state === 'endpoint_pending') {
        return {
          label: 'Check again',
          text: 'Asks Experience Platform whether the address is there by now.',
        };
      }
      if (state === 'unclear') {
        return {
          label: 'Look again',
          text: 'Looks for it once more, and goes on if it is there. Makes nothing twice.',
        };
      }
      return { label: 'Resume set-up', text: 'Goes on where it stopped. Nothing is made twice.' };
    case 'create_again':
      return {
        label: 'Make it again',
        text: 'Only if you have looked in Experience Platform and it is not there; otherwise there will be two.',
      };
    case 'undo':
      return { label: 'Undo set-up', text: 'Removes what was made, last thing first, and checks each.' };
    case 'leave':
      return {
        label: 'Leave as is, finish later',
        text: 'Keeps everything. Dataflows offers to go on with it.',
      };
  }
}
