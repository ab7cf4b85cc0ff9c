// The wizard: which step is shown, what it edits, and the way from one to the next. The step stands in the
// address, so Back works; the form stands here and, half-finished, on disk.
import { ActionButton, ToastQueue } from '@react-spectrum/s2';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { FieldProblem } from '../../api/bindings/FieldProblem';
import type { SetupDefaults } from '../../api/bindings/SetupDefaults';
import { WizardFrame } from '../../kit/WizardFrame';
import { clockTime } from '../../lib/time';
import { SandboxContext } from '../parts/SandboxContext';
import { DestinationStep } from './DestinationStep';
import { MappingStep } from './mapping/MappingStep';
import { ReviewStep } from './review/ReviewStep';
import { SourceStep } from './SourceStep';
import styles from './setup.module.css';
import { STEP_NAMES, STEPS, type StepId, stepAfter, stepBefore } from './steps';
import { type DraftState, useDraft } from './useDraft';
import { startingValues, type Values } from './values';
import type { StepProps } from './WizardStep';

interface WizardProps {
  defaults: SetupDefaults;
  restored: { values: Values; savedAt: number } | undefined;
}

export function Wizard({ defaults, restored }: WizardProps) {
  const navigate = useNavigate();
  const { step = 'source' } = useSearch({ from: '/dataflows/new' });
  const [values, setValues] = useState(() => restored?.values ?? startingValues(defaults));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [returned, setReturned] = useState(restored !== undefined);
  const draft = useDraft(values, restored?.savedAt);

  const change = useCallback((part: Partial<Values>) => {
    setValues((before) => ({ ...before, ...part }));
    // What was wrong is judged anew in the review; a changed field stops complaining at once.
    const changed = Object.keys(part);
    setProblems((before) => before.filter(({ field }) => !changed.some((key) => concerns(field, key))));
  }, []);
  const goTo = useCallback(
    (next: StepId) => void navigate({ to: '/dataflows/new', search: { step: next } }),
    [navigate],
  );
  const startOver = () => {
    setReturned(false);
    const fresh = startingValues(defaults);
    setValues(fresh);
    void draft.forget(fresh).catch(() => undefined);
    goTo('source');
    ToastQueue.neutral('Draft discarded', {
      actionLabel: 'Undo',
      onAction: () => setValues(values),
      shouldCloseOnAction: true,
    });
  };
  const props: StepProps = {
    defaults,
    values,
    change,
    problems,
    notice: returned ? <Returned savedAt={restored?.savedAt} onStartOver={startOver} /> : undefined,
    onBack: step === 'source' ? undefined : () => goTo(stepBefore(step)),
    onContinue: () => goTo(stepAfter(step)),
  };
  return (
    <WizardFrame
      title="New dataflow"
      context={<SandboxContext />}
      steps={STEP_NAMES}
      current={STEPS.indexOf(step)}
      aside={<DraftWords draft={draft} />}
      closeLabel="Close New dataflow; the draft is kept"
      onClose={() => void navigate({ to: '/dataflows' })}
    >
      {step === 'source' && <SourceStep {...props} />}
      {step === 'destination' && <DestinationStep {...props} />}
      {step === 'mapping' && <MappingStep {...props} />}
      {step === 'review' && (
        <ReviewStep {...props} goTo={goTo} onProblems={setProblems} onStarted={() => draft.forget(values)} />
      )}
    </WizardFrame>
  );
}

/** Whether a problem's field is the one that was just changed. */
function concerns(field: string, key: string): boolean {
  if (key === 'lines') return field.startsWith('lines') || field.startsWith('mapping');
  if (key === 'name' || key === 'description') return field === key;
  return field.startsWith('destination');
}

function DraftWords({ draft }: { draft: DraftState }) {
  if (draft.failed) return <span role="status">Draft not saved</span>;
  return draft.savedAt === undefined ? null : <span>Draft saved {clockTime(draft.savedAt)}</span>;
}

function Returned({ savedAt, onStartOver }: { savedAt: number | undefined; onStartOver: () => void }) {
  return (
    <div className={styles.returned} role="status">
      <span>
        <strong>Your draft from {clockTime(savedAt)} is back.</strong> Go on where you stopped.
      </span>
      <ActionButton isQuiet size="S" onPress={onStartOver}>
        Start over
      </ActionButton>
    </div>
  );
}
