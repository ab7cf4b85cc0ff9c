// The wizard: which step is shown, what it edits, and the way from one to the next. The step stands in the
// address, so Back works; the form stands here and, half-finished, on disk.
import { ActionButton, ToastQueue } from '@react-spectrum/s2';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useRef, useState } from 'react';
import type { FieldProblem } from '../../api/bindings/FieldProblem';
import type { ReplacementForm } from '../../api/bindings/ReplacementForm';
import type { SetupDefaults } from '../../api/bindings/SetupDefaults';
import { replacementDraft, SETUP_DRAFT } from '../../api/setupQueries';
import { WizardFrame } from '../../kit/WizardFrame';
import { plural } from '../../lib/number';
import { DraftAside, DraftBackWords } from '../parts/DraftNotes';
import { SandboxContext } from '../parts/SandboxContext';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import { type Restored, useReturning } from '../parts/useReturning';
import { DestinationStep } from './DestinationStep';
import { MappingStep } from './MappingStep';
import { ReviewStep } from './review/ReviewStep';
import { SourceStep } from './SourceStep';
import styles from './setup.module.css';
import { STEP_NAMES, STEPS, type StepId, stepAfter, stepBefore } from './steps';
import { useRecipe } from './useRecipe';
import { useSourceChange } from './useSourceChange';
import { startingValues, type Values, valuesAfter, withSource } from './values';
import type { StepProps } from './WizardStep';

const PATH = '/dataflows/new';

interface WizardProps {
  defaults: SetupDefaults;
  restored: Restored<Values> | undefined;
  /** The dataflow that this one shall replace. */
  replaces?: ReplacementForm | undefined;
}

export function Wizard({ defaults: opening, restored, replaces }: WizardProps) {
  const navigate = useNavigate();
  const { step = 'source', replace } = useSearch({ from: PATH });
  const [defaults, setDefaults] = useState(opening);
  const start = () => (replaces ? valuesAfter(replaces.form, defaults) : startingValues(defaults));
  const { values, setValues, draft, returnedFrom, restart } = useReturning<Values>(
    replaces ? replacementDraft(replaces.old.id) : SETUP_DRAFT,
    () => restored,
    start,
  );
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);

  const started = useRef(false);
  // Half a dataflow is kept without a word, unless it cannot be. The steps have one path.
  const question = useLeaveGuard({
    dirty: (to) => draft.failed && !started.current && to !== PATH,
    undone: 'The dataflow is not made yet.',
    draft,
  });

  const change = useCallback(
    (part: Partial<Values>) => {
      setValues((before) => ({ ...before, ...part }));
      // What was wrong is judged anew in the review; a changed field stops complaining at once.
      const changed = Object.keys(part);
      setProblems((before) => before.filter(({ field }) => !changed.some((key) => concerns(field, key))));
    },
    [setValues],
  );
  const sources = useSourceChange((next) => {
    setDefaults(next);
    setValues((before) => withSource(before, defaults, next));
    setProblems([]);
  });
  const goTo = useCallback(
    (next: StepId) => void navigate({ to: PATH, search: { step: next, ...(replace && { replace }) } }),
    [navigate, replace],
  );
  const recipe = useRecipe((form, next) => {
    setDefaults(next);
    setValues(valuesAfter(form, next));
    setProblems([]);
    goTo('review');
  });
  const startOver = () => {
    restart(start());
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
    sources,
    recipe,
    problems,
    replaces,
    notice: (
      <div>
        {replaces && <Replaces what={replaces} />}
        {returnedFrom !== undefined && <Returned savedAt={returnedFrom} onStartOver={startOver} />}
      </div>
    ),
    onBack: step === 'source' ? undefined : () => goTo(stepBefore(step)),
    onContinue: () => goTo(stepAfter(step)),
  };
  const title = replaces ? 'Replace dataflow' : 'New dataflow';
  return (
    <WizardFrame
      title={title}
      context={<SandboxContext />}
      steps={STEP_NAMES}
      current={STEPS.indexOf(step)}
      aside={<DraftAside draft={draft} />}
      closeLabel={draft.failed ? `Close ${title}` : `Close ${title}; the draft is kept`}
      onClose={() =>
        replaces
          ? void navigate({ to: '/dataflows/$flowId', params: { flowId: replaces.old.id } })
          : void navigate({ to: '/dataflows' })
      }
    >
      {step === 'source' && <SourceStep {...props} />}
      {step === 'destination' && <DestinationStep {...props} />}
      {step === 'mapping' && <MappingStep {...props} />}
      {step === 'review' && (
        <ReviewStep
          {...props}
          goTo={goTo}
          onProblems={setProblems}
          onStarted={() => {
            started.current = true;
            return draft.forget(values);
          }}
        />
      )}
      {question}
    </WizardFrame>
  );
}

/** Whether a problem's field is the one that was just changed. */
function concerns(field: string, key: string): boolean {
  if (key === 'lines') return field.startsWith('lines') || field.startsWith('mapping');
  if (key === 'name' || key === 'description') return field === key;
  return field.startsWith('destination');
}

function Returned({ savedAt, onStartOver }: { savedAt: number; onStartOver: () => void }) {
  return (
    <div className={styles.returned} role="status">
      <DraftBackWords savedAt={savedAt} />
      <ActionButton isQuiet size="S" onPress={onStartOver}>
        Start over
      </ActionButton>
    </div>
  );
}

function Replaces({ what: { old, leftOut } }: { what: ReplacementForm }) {
  return (
    <div className={styles.replaces}>
      <span>
        <strong>This replaces {old.name}.</strong> It stays on until events are counted on the new dataflow,
        which gets a webhook address of its own.
        {leftOut > 0 &&
          ` ${plural(leftOut, 'field mapping', 'field mappings')} of the old one could not be taken over.`}
      </span>
    </div>
  );
}
