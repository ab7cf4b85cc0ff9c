// What the notice of an unfinished set-up says and offers, by its state.
import type { SetupState } from '../../api/bindings/SetupState';

export type Press = 'resume' | 'undo' | 'leave' | 'open';

interface SetupWords {
  tone: 'running' | 'notice' | 'neutral';
  title: (name: string) => string;
  hint: string;
  /** The first is the primary one. */
  presses: readonly { press: Press; label: string }[];
}

const RESUME = { press: 'resume', label: 'Resume' } as const;
const UNDO = { press: 'undo', label: 'Undo' } as const;
const LEAVE = { press: 'leave', label: 'Leave as is' } as const;
const OPEN = { press: 'open', label: 'Open set-up' } as const;

const RUNNING: SetupWords = {
  tone: 'running',
  title: (name) => `Making “${name}”.`,
  hint: 'It goes on while you look around.',
  presses: [OPEN],
};

const UNDOING: SetupWords = {
  tone: 'running',
  title: (name) => `Undoing “${name}”.`,
  hint: 'What was made is being removed.',
  presses: [OPEN],
};

const WORDS: Record<SetupState, SetupWords | undefined> = {
  running: RUNNING,
  stopping: RUNNING,
  undoing: UNDOING,
  stopped: {
    tone: 'notice',
    title: (name) => `“${name}” is half-made.`,
    hint: 'Resume carries on and makes nothing twice. Undo removes what was made.',
    presses: [RESUME, UNDO, LEAVE],
  },
  unclear: {
    tone: 'notice',
    title: (name) => `“${name}” needs a decision.`,
    hint: 'It is not known whether one step was carried out.',
    presses: [OPEN, UNDO, LEAVE],
  },
  endpoint_pending: {
    tone: 'notice',
    title: (name) => `“${name}” has no webhook address yet.`,
    hint: 'The dataflow exists; Experience Platform is still making its address.',
    presses: [{ press: 'resume', label: 'Check again' }, UNDO, LEAVE],
  },
  undo_stopped: {
    tone: 'notice',
    title: (name) => `Undoing “${name}” stopped.`,
    hint: 'Some of what was made is still there.',
    presses: [OPEN, LEAVE],
  },
  left: {
    tone: 'neutral',
    title: (name) => `“${name}” is left half-made.`,
    hint: 'You can finish it whenever you like.',
    presses: [RESUME, UNDO],
  },
  undone: undefined,
  done: undefined,
};

export function setupWords(state: SetupState): SetupWords | undefined {
  return WORDS[state];
}
