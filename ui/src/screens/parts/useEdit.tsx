// A change of something that exists: what it started from, and what it is to become. Kept as a draft until it is saved or
// given up, and back when its page is opened again.
import type { ReactNode } from 'react';
import type { Draft } from '../../api/bindings/Draft';
import { DraftBack, type KeptDraft } from './DraftNotes';
import { type Restored, useReturning } from './useReturning';

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
  const { values, setValues, draft, returnedFrom, restart, forget } = useReturning<Change<T>>(
    name,
    () => changeFrom(kept, start),
    () => unchanged(start),
  );
  return {
    ...values,
    change: (ours) => setValues((before) => ({ ...before, ours })),
    rebase: (base, ours) => setValues({ base, ours }),
    restart: (from) => restart(unchanged(from)),
    giveUp: forget,
    draft,
    notice: returnedFrom !== undefined && (
      <DraftBack savedAt={returnedFrom} onStartOver={() => restart(unchanged(start))} />
    ),
  };
}

function unchanged<T>(from: T): Change<T> {
  return { base: from, ours: from };
}

/** What a draft changes, if it is one that this version understands and says something new. */
export function changeFrom<T extends object>(
  draft: Draft | null | undefined,
  start: T,
): Restored<Change<T>> | undefined {
  const change = draft?.values as Partial<Change<T>> | null | undefined;
  if (!draft || !isLike(start, change?.base) || !isLike(start, change?.ours)) return undefined;
  const { base, ours } = change as Change<T>;
  if (JSON.stringify(base) === JSON.stringify(ours)) return undefined;
  return { values: { base, ours }, savedAt: draft.savedAt };
}

/** Whether a value has the parts of another one: another version of the app may have written it. */
function isLike(model: object, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const parts = value as Record<string, unknown>;
  return Object.entries(model).every(([key, part]) => typeof parts[key] === typeof part);
}
