// Carries out what is chosen about a set-up, and shows its new state at once.
import { ToastQueue } from '@react-spectrum/s2';
import { useQueryClient } from '@tanstack/react-query';
import type { Setup } from '../../../api/bindings/Setup';
import type { SetupChoice } from '../../../api/bindings/SetupChoice';
import type { CallError } from '../../../api/errors';
import { useWrite } from '../../../api/mutations';
import { useSession } from '../../../api/session';
import { setupQuery } from '../../../api/setupQueries';

export function useChoices(setupId: string) {
  const client = useQueryClient();
  const { key } = useSession();
  const cancel = useWrite('cancel_setup');
  const resume = useWrite('resume_setup');
  const undo = useWrite('undo_setup');
  const leave = useWrite('leave_setup');
  const then = {
    onSuccess: (setup: Setup) => client.setQueryData(setupQuery(key, setupId).queryKey, setup),
    onError: ({ app }: CallError) => ToastQueue.negative(`${app.title}. ${app.hint}`.trim()),
  };
  const run: Record<SetupChoice, () => void> = {
    cancel: () => cancel.mutate({ setupId }, then),
    resume: () => resume.mutate({ setupId, createAgain: false }, then),
    create_again: () => resume.mutate({ setupId, createAgain: true }, then),
    undo: () => undo.mutate({ setupId }, then),
    leave: () => leave.mutate({ setupId }, then),
  };
  const isPending = cancel.isPending || resume.isPending || undo.isPending || leave.isPending;
  return { run, isPending };
}
