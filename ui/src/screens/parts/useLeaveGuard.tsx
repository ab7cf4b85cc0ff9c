// Asks before a page with something unsaved on it is left, by whichever way.
import { AlertDialog, DialogContainer } from '@react-spectrum/s2';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { KeptDraft } from './DraftNotes';

interface Leave {
  /** Something would be lost, or left half done, on the way to that path. */
  dirty: (to: string) => boolean;
  /** What is not done yet, as a sentence. */
  undone: string;
  /** Keeps what was entered, if all is well. */
  draft?: KeptDraft;
  /** What of it no draft keeps. */
  except?: string;
}

/** The question, to be drawn anywhere on the page. */
export function useLeaveGuard({ dirty, undone, draft, except }: Leave): ReactNode {
  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => dirty(next.pathname),
    withResolver: true,
    enableBeforeUnload: false,
  });
  const stay = () => blocker.reset?.();
  return (
    // A dialog closes before it does what its button says: staying must not be quicker than leaving.
    <DialogContainer onDismiss={() => queueMicrotask(stay)}>
      {blocker.status === 'blocked' && (
        <AlertDialog
          variant="warning"
          title="Leave without saving?"
          primaryActionLabel="Leave page"
          cancelLabel="Stay here"
          autoFocusButton="cancel"
          onPrimaryAction={() => blocker.proceed()}
          onCancel={stay}
        >
          {undone} {draft && fateOf(draft, except)}
        </AlertDialog>
      )}
    </DialogContainer>
  );
}

function fateOf({ failed }: KeptDraft, except: string | undefined): string {
  if (failed) return 'It cannot be kept on this computer: leaving loses it.';
  return `What you entered is kept on this computer as a draft${except === undefined ? '' : `, ${except} excepted`}.`;
}
