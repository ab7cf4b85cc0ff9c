// New dataflow: reads what the wizard starts from (suggestions, and the draft if there is one), then opens it.

import { Button } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { replacementFormQuery } from '../../api/replacementQueries';
import { useSession } from '../../api/session';
import { draftQuery, replacementDraft, SETUP_DRAFT, setupDefaultsQuery } from '../../api/setupQueries';
import { PageHeading } from '../../kit/PageHeading';
import { Spinner } from '../../kit/Spinner';
import { useLongWait } from '../../kit/useLongWait';
import { WizardFrame } from '../../kit/WizardFrame';
import { CallProblem } from '../parts/CallProblem';
import { SandboxContext } from '../parts/SandboxContext';
import { restoredFrom } from '../parts/useReturning';
import styles from './setup.module.css';
import { STEP_NAMES } from './steps';
import { UnreadDraft } from './UnreadDraft';
import { readDraft } from './values';
import { Wizard } from './Wizard';

export function NewDataflowScreen() {
  const session = useSession();
  const navigate = useNavigate();
  const { replace = '' } = useSearch({ from: '/dataflows/new' });
  const replacing = replace !== '';
  const former = useQuery({ ...replacementFormQuery(session.key, replace), enabled: replacing });
  const draft = useQuery(draftQuery(session.key, replacing ? replacementDraft(replace) : SETUP_DRAFT));
  const restored = restoredFrom(draft.data, readDraft);
  // What a form starts from depends on its source: the draft's, or that of the dataflow to be replaced.
  const source = restored?.values.source ?? former.data?.form.source;
  const known = !draft.isPending && (!replacing || former.data !== undefined);
  const defaults = useQuery({ ...setupDefaultsQuery(session.key, source), enabled: known });
  const slow = useLongWait(defaults.isPending);
  const [discarded, setDiscarded] = useState(false);
  const leave = () =>
    replacing
      ? void navigate({ to: '/dataflows/$flowId', params: { flowId: replace } })
      : void navigate({ to: '/dataflows' });
  const title = replacing ? 'Replace dataflow' : 'New dataflow';

  const unread = draft.error !== null || (draft.data && !restored);
  const ready = defaults.data && (!replacing || former.data);
  if (defaults.data && ready && !draft.isPending && (!unread || discarded)) {
    return <Wizard key={replace} defaults={defaults.data} restored={restored} replaces={former.data} />;
  }
  const error = defaults.error ?? former.error;
  const retry = () => {
    if (defaults.error) void defaults.refetch();
    if (former.error) void former.refetch();
  };
  return (
    <WizardFrame
      title={title}
      context={<SandboxContext />}
      steps={STEP_NAMES}
      closeLabel={`Close ${title}`}
      onClose={leave}
    >
      <div className={styles.page}>
        <PageHeading>{title}</PageHeading>
        {error ? (
          <CallProblem error={error} onRetry={retry} />
        ) : ready && unread ? (
          <UnreadDraft
            savedAt={draft.data?.savedAt}
            onRetry={() => void draft.refetch()}
            onDiscard={() => setDiscarded(true)}
          />
        ) : (
          <p className={styles.waiting} role="status">
            <Spinner size={16} />{' '}
            {replacing ? 'Reading the dataflow and its field mappings…' : 'Checking which names are free…'}
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
