// What a form says of its draft: that it is back, and that it is kept.
import { Button } from '@react-spectrum/s2';
import { useNow } from '../../api/clock';
import { Strip } from '../../kit/Strip';
import words from '../../kit/words.module.css';
import { recentTime } from '../../lib/time';
import type { DraftState } from './useDraft';

/** How often a day may have become another one. */
const MINUTE_MS = 60_000;

interface DraftBackProps {
  /** By the session's clock. */
  savedAt: number;
  /** What to know of it, such as what nobody keeps. */
  note?: string | undefined;
  onStartOver: () => void;
}

export function DraftBack({ savedAt, note, onStartOver }: DraftBackProps) {
  return (
    <Strip>
      <DraftBackWords savedAt={savedAt} note={note} />
      <Button size="S" variant="secondary" fillStyle="outline" onPress={onStartOver}>
        Start over
      </Button>
    </Strip>
  );
}

type Words = Pick<DraftBackProps, 'savedAt' | 'note'>;

export function DraftBackWords({ savedAt, note = 'Go on where you stopped.' }: Words) {
  const now = useNow(MINUTE_MS);
  return (
    <span>
      <strong>Your draft from {recentTime(savedAt, now)} is back.</strong> {note}
    </span>
  );
}

export type KeptDraft = Pick<DraftState<unknown>, 'failed' | 'pending' | 'savedAt'>;

export function DraftKept({ draft }: { draft: KeptDraft }) {
  const progress = useProgress(draft);
  if (draft.failed) {
    return (
      <p className={words.second} role="status">
        The draft cannot be kept on this computer: what you entered lasts as long as this page.
      </p>
    );
  }
  return progress === undefined ? null : <p className={words.second}>{progress}</p>;
}

/** In the header of a guided task: short. */
export function DraftAside({ draft }: { draft: KeptDraft }) {
  const progress = useProgress(draft);
  return draft.failed ? <span role="status">Draft not saved</span> : <span>{progress}</span>;
}

/** Not announced: it changes with every pause in typing. */
function useProgress({ pending, savedAt }: KeptDraft): string | undefined {
  const now = useNow(MINUTE_MS);
  if (pending) return 'Saving draft…';
  return savedAt === undefined ? undefined : `Draft saved ${recentTime(savedAt, now)}`;
}
