// What is changed here gives way to somebody else's version only when a person asks for that: one that is read in passing
// takes nothing away, saving finds out about it.
import { useState } from 'react';
import type { Draft } from '../../../api/bindings/Draft';

interface Theirs {
  /** Key of the form: another one once theirs was read. */
  reads: number;
  /** What the form may bring back: nothing once theirs was read in its place. */
  kept: Draft | null | undefined;
  readTheirs: () => void;
}

export function useTheirs(
  form: { refetch: () => Promise<unknown> },
  draft: Draft | null | undefined,
): Theirs {
  const [reads, setReads] = useState(0);
  return {
    reads,
    kept: reads > 0 ? undefined : draft,
    readTheirs: () => void form.refetch().then(() => setReads((before) => before + 1)),
  };
}
