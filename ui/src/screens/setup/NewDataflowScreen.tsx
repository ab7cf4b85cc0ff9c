// New dataflow: reads what the wizard starts from (suggestions, and the draft if there is one), then opens it.

import { Button } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session';
import { setupDefaultsQuery, setupDraftQuery } from '../../api/setupQueries';
import { PageHeading } from '../../kit/PageHeading';
import { Spinner } from '../../kit/Spinner';
import { useLongWait } from '../../kit/useLongWait';
import { WizardFrame } from '../../kit/WizardFrame';
import { CallProblem } from '../parts/CallProblem';
import { SandboxContext } from '../parts/SandboxContext';
import styles from './setup.module.css';
import { STEP_NAMES } from './steps';
import { UnreadDraft } from './UnreadDraft';
import { readDraft } from './values';
import { Wizard } from './Wizard';

export function NewDataflowScreen() {
  const session = useSession();
  const navigate = useNavigate();
  const defaults = useQuery(setupDefaultsQuery(session.key));
  const draft = useQuery(setupDraftQuery(session.key));
  const slow = useLongWait(defaults.isPending);
  const [discarded, setDiscarded] = useState(false);
  const leave = () => void navigate({ to: '/dataflows' });

  const values = readDraft(draft.data?.values);
  const unread = draft.error !== null || (draft.data && !values);
  if (defaults.data && !draft.isPending && (!unread || discarded)) {
    const restored = values && draft.data ? { values, savedAt: draft.data.savedAt } : undefined;
    return <Wizard defaults={defaults.data} restored={restored} />;
  }
  const retry = () => void defaults.refetch();
  return (
    <WizardFrame
      title="New dataflow"
      context={<SandboxContext />}
      steps={STEP_NAMES}
      closeLabel="Close New dataflow"
      onClose={leave}
    >
      <div className={styles.page}>
        <PageHeading>New dataflow</PageHeading>
        {defaults.error ? (
          <CallProblem error={defaults.error} onRetry={retry} />
        ) : defaults.data && unread ? (
          <UnreadDraft
            savedAt={draft.data?.savedAt}
            onRetry={() => void draft.refetch()}
            onDiscard={() => setDiscarded(true)}
          />
        ) : (
          <p className={styles.waiting} role="status">
            <Spinner size={16} /> Looking which names are free…
            {slow && (
              <Button size="S" variant="secondary" onPress={leave}>
                Cancel
              </Button>
            )}
          </p>
        )}
      </div>
    </WizardFrame>
  );
}
