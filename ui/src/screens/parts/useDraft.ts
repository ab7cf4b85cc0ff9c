// Keeps a half-finished form on disk: a moment after each change, and when the form is left.
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/call';
import { useWrite } from '../../api/mutations';
import { useDebounced } from '../../kit/useDebounced';

const STILL_FOR_MS = 600;

export interface DraftState<Values> {
  /** This computer's milliseconds; undefined while nothing was saved. */
  savedAt: number | undefined;
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
  const { mutate, isError } = useWrite('save_draft');
  const [savedAt, setSavedAt] = useState(restoredAt);
  const settled = useDebounced(values, STILL_FOR_MS);
  /** The values that are on disk, or that nobody has touched yet. */
  const kept = useRef(values);
  const latest = useRef(values);
  latest.current = values;

  useEffect(() => {
    if (settled === kept.current || settled !== latest.current) return;
    kept.current = settled;
    mutate({ form: name, values: settled }, { onSuccess: (draft) => setSavedAt(draft.savedAt) });
  }, [name, settled, mutate]);

  useEffect(
    () => () => {
      // Left before the form stood still. Nobody is there any more to be told of a failure.
      if (latest.current !== kept.current) {
        void call('save_draft', { form: name, values: latest.current }).catch(() => undefined);
      }
    },
    [name],
  );

  const forget = useCallback(
    async (next: Values) => {
      kept.current = next;
      setSavedAt(undefined);
      await call('delete_draft', { form: name });
    },
    [name],
  );
  return { savedAt, failed: isError, forget };
}
