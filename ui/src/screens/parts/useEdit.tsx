// A change of something that exists: what it started from, and what it is to become. Kept as a draft until it is saved or
// given up, and back when its page is opened again.
import { type ReactNode, useState } from 'react';
import type { Draft } from '../../api/bindings/Draft';
import { DraftBack, type KeptDraft } from './DraftNotes';
import { useDraft } from './useDraft';

interface Change<T> {
  base: T;
  ours: T;
}

export interface Edit<T> extends Change<T> {
  change: (ours: T) => void;
  /** What it starts from is another one now. */
  rebase: (base: T, ours: T) => void;
  /** Begins anew from here; the draft is forgotten. */
  restart: (from: T) => void;
  /** Forgets the draft, as the form goes. */
  giveUp: () => void;
  draft: KeptDraft;
  /** That a draft is back, and the way to do without it. */
  notice: ReactNode;
}

/** `name` is that of the draft, `kept` what is on disk as the form opens. */
export function useEdit<T extends object>(name: string, start: T, kept: Draft | null | undefined): Edit<T> {
  const [restored, setRestored] = useState(() => changeFrom(kept, start));
  const [change, setChange] = useState<Change<T>>(() => restored?.change ?? { base: start, ours: start });
  const draft = useDraft(name, change, restored?.savedAt);
  const forget = (next: Change<T>) => void draft.forget(next).catch(() => undefined);
  const restart = (from: T) => {
    const fresh = { base: from, ours: from };
    setRestored(undefined);
    setChange(fresh);
    forget(fresh);
  };
  return {
    ...change,
    change: (ours) => setChange((before) => ({ ...before, ours })),
    rebase: (base, ours) => setChange({ base, ours }),
    restart,
    giveUp: () => forget(change),
    draft,
    notice: restored && <DraftBack savedAt={restored.savedAt} onStartOver={() => restart(start)} />,
  };
}

/** What a draft changes, if it is one that this version understands and says something new. */
export function changeFrom<T extends object>(draft: Draft | null | undefined, start: T) {
  const change = draft?.values as Partial<Change<T>> | null | undefined;
  if (!draft || !isLike(start, change?.base) || !isLike(start, change?.ours)) return undefined;
  const { base, ours } = change as Change<T>;
  if (JSON.stringify(base) === JSON.stringify(ours)) return undefined;
  return { change: { base, ours }, savedAt: draft.savedAt };
}

/** Whether a value has the parts of another one: another version of the app may have written it. */
function isLike(model: object, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const parts = value as Record<string, unknown>;
  return Object.entries(model).every(([key, part]) => typeof parts[key] === typeof part);
}
