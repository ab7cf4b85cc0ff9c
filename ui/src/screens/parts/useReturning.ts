// What a form holds, kept as a draft; it may be back from an earlier visit.
import { useState } from 'react';
import type { Draft } from '../../api/bindings/Draft';
import { type DraftState, useDraft } from './useDraft';

export interface Restored<Values> {
  values: Values;
  /** Milliseconds by the session's clock. */
  savedAt: number;
}

/** What is back; a draft that cannot be read is no reason not to begin. */
export function restoredFrom<Values>(
  draft: Draft | null | undefined,
  read: (values: unknown) => Values | undefined,
): Restored<Values> | undefined {
  const values = draft ? read(draft.values) : undefined;
  return draft && values !== undefined ? { values, savedAt: draft.savedAt } : undefined;
}

interface Returning<Values> {
  values: Values;
  setValues: (values: Values | ((before: Values) => Values)) => void;
  draft: DraftState<Values>;
  /** When what is back was saved, until the form begins anew. */
  returnedFrom: number | undefined;
  /** Begins anew with these; the draft is forgotten. */
  restart: (values: Values) => void;
  /** Forgets the draft, as the form goes. */
  forget: () => void;
}

/** `name` is that of the draft; what is back and what the form begins with otherwise are looked at as it opens. */
export function useReturning<Values>(
  name: string,
  back: () => Restored<Values> | undefined,
  fresh: () => Values,
): Returning<Values> {
  const [restored, setRestored] = useState(back);
  const [values, setValues] = useState(() => restored?.values ?? fresh());
  const draft = useDraft(name, values, restored?.savedAt);
  // Where it cannot be forgotten it comes back once more, and says so.
  const forget = (next: Values) => void draft.forget(next).catch(() => undefined);
  return {
    values,
    setValues,
    draft,
    returnedFrom: restored?.savedAt,
    restart: (next) => {
      setRestored(undefined);
      setValues(() => next);
      forget(next);
    },
    forget: () => forget(values),
  };
}
