// A draft that cannot be read stays on disk until a person says that it may go.
import { Button } from '@react-spectrum/s2';
import { useNow } from '../../api/clock';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { dateInSentence } from '../../lib/time';

interface UnreadDraftProps {
  /** By the session's clock, where at least that is known. */
  savedAt: number | undefined;
  onRetry: () => void;
  onDiscard: () => void;
}

export function UnreadDraft({ savedAt, onRetry, onDiscard }: UnreadDraftProps) {
  const now = useNow(60_000);
  const which = savedAt === undefined ? 'Your draft' : `Your draft from ${dateInSentence(savedAt, now)}`;
  return (
    <>
      <ProblemPanel
        tone="notice"
        title={`${which} cannot be read`}
        hint="It may have been saved by another version of Inlet. It stays where it is until you start anew."
        action={{ label: 'Read it again', onPress: onRetry }}
      />
      <div>
        <Button variant="secondary" onPress={onDiscard}>
          Start anew and replace it
        </Button>
      </div>
    </>
  );
}
