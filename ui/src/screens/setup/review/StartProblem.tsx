// Why a set-up could not be started; one that is in the way can be opened.
import { useNavigate } from '@tanstack/react-router';
import type { AppError } from '../../../api/bindings/AppError';
import { problemWords } from '../../../api/errors';
import { useAppState } from '../../../api/session';
import { ProblemPanel } from '../../../kit/ProblemPanel';
import { CallProblem } from '../../parts/CallProblem';

export function StartProblem({ error, onRetry }: { error: AppError; onRetry: () => void }) {
  const navigate = useNavigate();
  const { setups, setupsElsewhere } = useAppState();
  const [inTheWay] = [...setups, ...setupsElsewhere];
  const openSetup = () => {
    if (inTheWay) void navigate({ to: '/setups/$setupId', params: { setupId: inTheWay.setupId } });
  };
  if (error.action !== 'open_setup' || !inTheWay) return <CallProblem error={error} onRetry={onRetry} />;
  return <ProblemPanel {...problemWords(error, { open_setup: openSetup })} />;
}
