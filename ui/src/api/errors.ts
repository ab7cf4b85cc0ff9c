// From what went wrong to what the window shows: title, hint, one action, messages per field, text for support.
import type { Action } from './bindings/Action';
import type { AppError } from './bindings/AppError';

/** What every failed call throws. */
export class CallError extends Error {
  readonly app: AppError;

  constructor(app: AppError) {
    super(app.title);
    this.name = 'CallError';
    this.app = app;
  }

  static from(cause: unknown): CallError {
    if (cause instanceof CallError) return cause;
    return new CallError(isAppError(cause) ? cause : lostContact());
  }
}

function isAppError(value: unknown): value is AppError {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'title' in value && 'action' in value
  );
}

function lostContact(): AppError {
  return {
    code: 'internal',
    title: 'Inlet did not answer',
    hint: 'The part of Inlet that talks to Adobe cannot be reached. Nothing was changed.',
    owner: 'inlet',
    action: 'retry',
    fields: [],
  };
}

/** The AppError behind anything that a query or a write rejected with. */
export function appErrorOf(cause: unknown): AppError {
  return CallError.from(cause).app;
}

/** Messages by field, for the form shell. */
export function fieldMessages(error: AppError): Record<string, string> {
  return Object.fromEntries(error.fields.map(({ field, message }) => [field, message]));
}

const ACTION_LABELS: Record<Action, string> = {
  retry: 'Try again',
  edit_fields: 'Go to the field',
  sign_in: 'Sign in again',
  ask_administrator: 'Copy text for your administrator',
  unlock_keychain: 'Try the keychain again',
  open_setup: 'Open the set-up',
  choose_file: 'Choose another file',
  free_disk: 'Try again',
  update_app: 'Try again',
  reload: 'Reload',
  copy_for_support: 'Copy for support',
};

export type ActionHandlers = { [A in Action]?: () => void };

export interface ProblemWords {
  title: string;
  hint: string;
  /** Absent where nobody but the person can help. */
  supportText?: string;
  action?: { label: string; onPress: () => void };
}

/**
 * The words of a problem panel. The action appears only if the screen can carry it out; a screen that can do
 * nothing special still offers to try again where it knows how.
 */
export function problemWords(error: AppError, handlers: ActionHandlers): ProblemWords {
  const own = handlers[error.action];
  const run = own ?? handlers.retry;
  const label = ACTION_LABELS[own ? error.action : 'retry'];
  const words = { title: error.title, hint: error.hint, ...forSupport(error) };
  return run ? { ...words, action: { label, onPress: run } } : words;
}

function forSupport(error: AppError): { supportText?: string } {
  return error.owner === 'you' && !error.detail ? {} : { supportText: supportText(error) };
}

/** What support needs, as lines of text. The error holds no secret and no webhook address. */
export function supportText(error: AppError): string {
  const detail = error.detail ?? {};
  const lines: [string, string | number | undefined][] = [
    ['What happened', error.title],
    ['Why', error.hint || undefined],
    ['Kind', error.code],
    ['Service', detail.service],
    ['Status', detail.status],
    ['Platform code', detail.platformCode],
    ['Platform message', detail.message],
    ['Request ID', detail.requestId],
  ];
  return lines
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n');
}
