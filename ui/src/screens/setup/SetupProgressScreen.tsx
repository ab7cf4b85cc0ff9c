// One set-up on its own page: being made, stopped, undone, done. What is asked for is asked by its address, so a
// restart comes back to it.

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Setup } from '../../api/bindings/Setup';
import { setupQuery } from '../../api/setupQueries';
import { PageHeading } from '../../kit/PageHeading';
import { WizardFrame } from '../../kit/WizardFrame';
import { CallProblem } from '../parts/CallProblem';
import { SandboxContext } from '../parts/SandboxContext';
import { Created } from './progress/Created';
import { Progress } from './progress/Progress';
import styles from './setup.module.css';
import { STEP_NAMES } from './steps';

export function SetupProgressScreen() {
  const { setupId } = useParams({ from: '/setups/$setupId' });
  const { data: setup, error, refetch } = useQuery(setupQuery(setupId));
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
        {error && <CallProblem error={error} onRetry={retry} />}
      </div>
    </Frame>
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
