// One set-up on its own page: being made, stopped, undone, done. What is asked for is asked by its address, so a
// restart comes back to it.

import { Button } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Setup } from '../../api/bindings/Setup';
import { useSession } from '../../api/session';
import { setupQuery } from '../../api/setupQueries';
import { PageHeading } from '../../kit/PageHeading';
import { Spinner } from '../../kit/Spinner';
import { useLongWait } from '../../kit/useLongWait';
import { WizardFrame } from '../../kit/WizardFrame';
import { CallProblem } from '../parts/CallProblem';
import { SandboxContext } from '../parts/SandboxContext';
import { Created } from './progress/Created';
import { Progress } from './progress/Progress';
import styles from './setup.module.css';
import { STEP_NAMES } from './steps';

export function SetupProgressScreen() {
  const { setupId } = useParams({ from: '/setups/$setupId' });
  const session = useSession();
  const { data: setup, error, refetch } = useQuery(setupQuery(session.key, setupId));
  if (setup) {
    return (
      <Frame setup={setup}>
        {setup.state === 'done' && !setup.elsewhere ? <Created setup={setup} /> : <Progress setup={setup} />}
      </Frame>
    );
  }
  const retry = () => void refetch();
  return (
    <Frame setup={undefined}>
      <div className={styles.page}>
        <PageHeading>New dataflow</PageHeading>
        {error ? <CallProblem error={error} onRetry={retry} /> : <Reading onRetry={retry} />}
      </div>
    </Frame>
  );
}

function Reading({ onRetry }: { onRetry: () => void }) {
  const slow = useLongWait(true);
  return (
    <p className={styles.waiting} role="status">
      <Spinner size={16} />
      {slow ? 'Still reading how the set-up stands. It goes on meanwhile…' : 'Reading how the set-up stands…'}
      {slow && (
        <Button size="S" variant="secondary" onPress={onRetry}>
          Ask again
        </Button>
      )}
    </p>
  );
}

function Frame({ setup, children }: { setup: Setup | undefined; children: ReactNode }) {
  const navigate = useNavigate();
  return (
    <WizardFrame
      title="New dataflow"
      context={<SandboxContext />}
      steps={STEP_NAMES}
      current={setup?.state === 'done' ? STEP_NAMES.length : STEP_NAMES.length - 1}
      closeLabel="Close New dataflow"
      onClose={() => void navigate({ to: '/dataflows' })}
    >
      {children}
    </WizardFrame>
  );
}
