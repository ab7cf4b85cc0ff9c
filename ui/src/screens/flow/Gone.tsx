// The dataflow in view is not there any more: deleted by someone else, hidden, or gone with a sandbox that was reset.
// What was known last stays, says so, and nothing can be sent to it.
import { useNavigate } from '@tanstack/react-router';
import { appErrorOf } from '../../api/errors';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { clockTime } from '../../lib/time';

export function isGone(error: unknown): boolean {
  if (!error) return false;
  const { code } = appErrorOf(error);
  return code === 'not_found' || code === 'sandbox_not_found';
}

/** `readAt`: when the dataflow was last there. */
export function Gone({ readAt }: { readAt: number }) {
  const navigate = useNavigate();
  return (
    <ProblemPanel
      title="This dataflow is not there any more"
      hint={`Someone deleted it, an access label hides it, or the sandbox was reset. What Inlet read at ${clockTime(readAt)} stays here until you leave. If it was deleted, turn its webhook off in the source.`}
      action={{ label: 'Go to the dataflows', onPress: () => void navigate({ to: '/dataflows' }) }}
    />
  );
}
