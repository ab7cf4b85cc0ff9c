// A call that failed, with its way out: again, sign in, or a text for the administrator, as the error says.
import { useNavigate } from '@tanstack/react-router';
import { appErrorOf, problemWords } from '../../api/errors';
import { ProblemPanel, type ProblemPanelProps } from '../../kit/ProblemPanel';
import { copyForAdministrator } from './copyForAdministrator';

interface CallProblemProps extends Pick<ProblemPanelProps, 'tone' | 'look'> {
  error: unknown;
  onRetry: () => void;
}

export function CallProblem({ error, onRetry, ...look }: CallProblemProps) {
  const navigate = useNavigate();
  const cause = appErrorOf(error);
  const words = problemWords(cause, {
    retry: onRetry,
    reload: onRetry,
    free_disk: onRetry,
    sign_in: () => void navigate({ to: '/connect' }),
    ...copyForAdministrator(cause),
  });
  return <ProblemPanel {...words} {...look} />;
}
