// What a form says of its draft: that it is back, and that it is kept.
import { Button } from '@react-spectrum/s2';
import { Strip } from '../../kit/Strip';
import words from '../../kit/words.module.css';
import { clockTime } from '../../lib/time';
import type { DraftState } from './useDraft';

interface DraftBackProps {
  savedAt: number | undefined;
  /** What to know of it, such as what nobody keeps. */
  note?: string;
  onStartOver: () => void;
}

export function DraftBack({ savedAt, note = 'Go on where you stopped.', onStartOver }: DraftBackProps) {
  return (
    <Strip>
      <span>
        <strong>Your draft from {clockTime(savedAt)} is back.</strong> {note}
      </span>
      <Button size="S" variant="secondary" fillStyle="outline" onPress={onStartOver}>
        Start over
      </Button>
    </Strip>
  );
}

export type KeptDraft = Pick<DraftState<unknown>, 'failed' | 'pending' | 'savedAt'>;

export function DraftKept({ draft }: { draft: KeptDraft }) {
  if (draft.failed) {
    return (
      <p className={words.second} role="status">
        The draft cannot be kept on this computer: what you entered lasts as long as this page.
      </p>
    );
  }
  const progress = draftProgress(draft);
  return progress === undefined ? null : <p className={words.second}>{progress}</p>;
}

/** Not announced: it changes with every pause in typing. */
export function draftProgress({ pending, savedAt }: Omit<KeptDraft, 'failed'>): string | undefined {
  if (pending) return 'Saving draft…';
  return savedAt === undefined ? undefined : `Draft saved ${clockTime(savedAt)}`;
}
