// A call that failed, with its way out: again, sign in, the set-up in the way, or a text for the administrator, as
// the error says.
import { appErrorOf, problemWords } from '../../api/errors';
import { ProblemPanel, type ProblemPanelProps } from '../../kit/ProblemPanel';
import { useWaysOut } from './useWaysOut';

interface CallProblemProps extends Pick<ProblemPanelProps, 'tone' | 'look'> {
  error: unknown;
  onRetry: () => void;
  /** The saved sign-in that failed, where it is not that of the session. */
  profileId?: string | undefined;
}

export function CallProblem({ error, onRetry, profileId, ...look }: CallProblemProps) {
  const waysOut = useWaysOut();
  const cause = appErrorOf(error);
  const words = problemWords(cause, waysOut(cause, { retry: onRetry, profileId }));
  return <ProblemPanel {...words} {...look} />;
}
