// Asks before a page with something unsaved on it is left, by whichever way.
import { AlertDialog, DialogContainer } from '@react-spectrum/s2';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Leave {
  /** Something would be lost. */
  dirty: () => boolean;
  /** What is lost, as a sentence. */
  lost: string;
}

/** The question, to be drawn anywhere on the page. */
export function useLeaveGuard({ dirty, lost }: Leave): ReactNode {
  const blocker = useBlocker({ shouldBlockFn: dirty, withResolver: true, enableBeforeUnload: false });
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
          {lost}
        </AlertDialog>
      )}
    </DialogContainer>
  );
}
