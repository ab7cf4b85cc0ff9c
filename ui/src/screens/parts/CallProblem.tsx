// A call that failed, with its way out: again, sign in, the set-up in the way, or a text for the administrator, as
// the error says.
import { appErrorOf, problemWords } from '../../api/errors';
import { ProblemPanel, type ProblemPanelProps } from '../../kit/ProblemPanel';
import { useWaysOut } from './useWaysOut';

interface CallProblemProps extends Pick<ProblemPanelProps, 'tone' | 'look'> {
  error: unknown;
  /** Absent where going on is offered beside the problem. */
  onRetry?: (() => void) | undefined;
  /** The saved sign-in that failed, where it is not that of the session. */
  profileId?: string | undefined;
}

export function CallProblem({ error, onRetry, profileId, ...look }: CallProblemProps) {
  const waysOut = useWaysOut();
  const cause = appErrorOf(error);
  const words = problemWords(cause, waysOut(cause, { ...(onRetry && { retry: onRetry }), profileId }));
  return <ProblemPanel {...words} {...look} />;
}
