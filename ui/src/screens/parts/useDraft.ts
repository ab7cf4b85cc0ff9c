// Keeps a half-finished form on disk: a moment after each change, when the form is left and when the window closes.
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/call';
import { beforeClosing } from '../../api/closing';
import { useWrite } from '../../api/mutations';
import { useDebounced } from '../../kit/useDebounced';

const STILL_FOR_MS = 600;

export interface DraftState<Values> {
  /** Milliseconds by the session's clock; undefined while nothing was saved. */
  savedAt: number | undefined;
  /** Something was entered that is not on disk yet. */
  pending: boolean;
  /** Saving failed: what is typed lasts as long as this page. */
  failed: boolean;
  /** Forgets the draft, here and on disk; `next` is what the form holds from now on, and is not saved. */
  forget: (next: Values) => Promise<void>;
}

/** `name` is that of the draft. The values hold no secret. */
export function useDraft<Values>(
  name: string,
  values: Values,
  restoredAt: number | undefined,
): DraftState<Values> {
  const { mutateAsync, isError, isPending } = useWrite('save_draft');
  const [savedAt, setSavedAt] = useState(restoredAt);
  const settled = useDebounced(values, STILL_FOR_MS);
  /** The values that are on disk, or that nobody has touched yet. */
  const kept = useRef(values);
  const latest = useRef(values);
  /** What was last begun, so that the window does not close in the middle of it. */
  const writing = useRef<Promise<void>>(undefined);
  latest.current = values;

  const save = useCallback(async () => {
    if (latest.current !== kept.current) {
      kept.current = latest.current;
      const draft = mutateAsync({ form: name, values: latest.current });
      // A failure is told by the form (`failed`).
      writing.current = draft.then(({ savedAt }) => setSavedAt(savedAt)).catch(() => undefined);
    }
    await writing.current;
  }, [name, mutateAsync]);

  useEffect(() => {
    if (settled === latest.current) void save();
  }, [settled, save]);

  useEffect(() => beforeClosing(save), [save]);

  // Left before the form stood still. Nobody is there any more to be told of a failure.
  useEffect(() => () => void save(), [save]);

  const forget = useCallback(
    async (next: Values) => {
      kept.current = next;
      // What is on its way must not arrive after the deletion.
      await writing.current;
      setSavedAt(undefined);
      await call('delete_draft', { form: name });
    },
    [name],
  );
  const pending = isPending || values !== kept.current;
  return { savedAt, pending, failed: isError, forget };
}
