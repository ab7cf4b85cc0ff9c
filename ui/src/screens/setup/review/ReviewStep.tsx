// Step 4: everything is checked before the first write, and shown once more. What is wrong leads to its field.

import { Button, Checkbox } from '@react-spectrum/s2';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Destination } from '../../../api/bindings/Destination';
import type { FieldProblem } from '../../../api/bindings/FieldProblem';
import type { SetupCheck } from '../../../api/bindings/SetupCheck';
import type { SetupForm } from '../../../api/bindings/SetupForm';
import { useWrite } from '../../../api/mutations';
import { useSession } from '../../../api/session';
import { setupCheckQuery } from '../../../api/setupQueries';
import { PageHeading } from '../../../kit/PageHeading';
import { ProblemPanel } from '../../../kit/ProblemPanel';
import { plural } from '../../../lib/number';
import { CallProblem } from '../../parts/CallProblem';
import { useWhyNoWrite } from '../../parts/useWhyNoWrite';
import type { StepId } from '../steps';
import { useTarget } from '../useTarget';
import { destinationOf, linesFor, toForm } from '../values';
import { type StepProps, WizardStep } from '../WizardStep';
import { CheckState, Waiting } from './CheckState';
import { Plan } from './Plan';
import { Problems } from './Problems';
import styles from './ReviewStep.module.css';
import { StartProblem } from './StartProblem';

interface ReviewProps extends StepProps {
  goTo: (step: StepId) => void;
  /** What was found stays with the fields while they are put right. */
  onProblems: (problems: readonly FieldProblem[]) => void;
  onStarted: () => Promise<void>;
}

export function ReviewStep(props: ReviewProps) {
  const destination = destinationOf(props.values);
  if (destination) return <LinesRead {...props} destination={destination} />;
  return (
    <WizardStep onBack={props.onBack} next={null}>
      <div className={styles.page}>
        <PageHeading>Review</PageHeading>
        <p>Choose where the events go first.</p>
        <div>
          <Button variant="secondary" onPress={() => props.goTo('destination')}>
            Choose the destination
          </Button>
        </div>
      </div>
    </WizardStep>
  );
}

function LinesRead({ destination, ...props }: ReviewProps & { destination: Destination }) {
  const target = useTarget(destination, props.defaults);
  if (target.ready) {
    const lines = linesFor(props.values, destination, target.suggestedLines);
    return <Review {...props} form={toForm(props.values, destination, lines)} />;
  }
  return (
    <WizardStep onBack={props.onBack} next={null}>
      <div className={styles.page}>
        <PageHeading>Review</PageHeading>
        {target.error ? (
          <CallProblem error={target.error} onRetry={target.retry} />
        ) : (
          <Waiting words="Reading the fields of the schema…" />
        )}
      </div>
    </WizardStep>
  );
}

function Review({ form, ...props }: ReviewProps & { form: SetupForm }) {
  const { notice, onBack } = props;
  const session = useSession();
  const client = useQueryClient();
  const options = setupCheckQuery(session.key, form);
  const check = useQuery(options);
  const [accepted, setAccepted] = useState(false);
  const start = useStart(form, props);
  const production = session.sandbox.kind === 'production';
  const problems = start.problems ?? check.data?.fields ?? [];
  const recheck = () => {
    start.reset();
    void check.refetch();
  };
  const noWrite = useWhyNoWrite();
  const reason = noWrite ?? whyNotCreate(check.data, problems, production && !accepted);
  return (
    <WizardStep
      notice={notice}
      onBack={onBack}
      note={reason}
      next={
        <Button
          variant="accent"
          isDisabled={reason !== undefined}
          isPending={start.isPending}
          onPress={start.press}
        >
          Create dataflow
        </Button>
      }
    >
      <div className={styles.page}>
        <div className={styles.intro}>
          <PageHeading>Review</PageHeading>
          <p className={styles.lead}>
            Nothing has been made yet. Press <strong>Create dataflow</strong> to make all of this in order.
          </p>
        </div>
        <CheckState
          check={check.data}
          error={check.error}
          isFetching={check.isFetching}
          onStop={() => void client.cancelQueries({ queryKey: options.queryKey })}
          onCheck={recheck}
        />
        {start.error && <StartProblem error={start.error} onRetry={recheck} />}
        {problems.length > 0 && (
          <Problems
            problems={problems}
            lines={form.lines}
            onGo={(step) => {
              props.onProblems(problems);
              props.goTo(step);
            }}
          />
        )}
        {(check.data?.warnings ?? []).map((warning) => (
          <ProblemPanel key={warning} tone="notice" look="strip" title={warning} />
        ))}
        <Plan form={form} plan={check.data?.plan ?? []} session={session} />
        {production && (
          <div className={styles.production}>
            <Checkbox isSelected={accepted} onChange={setAccepted}>
              I know that this writes to the production sandbox {session.sandbox.name}
            </Checkbox>
          </div>
        )}
      </div>
    </WizardStep>
  );
}

/** Starts the set-up and goes to its page; what it refuses stays here. */
function useStart(form: SetupForm, { onStarted, replaces }: ReviewProps) {
  const navigate = useNavigate();
  const startNew = useWrite('start_setup');
  const startReplacement = useWrite('start_replacement');
  const start = replaces ? startReplacement : startNew;
  const error = start.error?.app;
  const onSuccess = async ({ setupId }: { setupId: string }) => {
    // From here on the set-up itself remembers the form. A draft that stays behind does no harm.
    await onStarted().catch(() => undefined);
    await navigate({ to: '/setups/$setupId', params: { setupId }, replace: true });
  };
  const press = () =>
    replaces
      ? startReplacement.mutate({ oldFlowId: replaces.old.id, form }, { onSuccess })
      : startNew.mutate(form, { onSuccess });
  const invalid = error?.code === 'validation';
  return {
    press,
    isPending: start.isPending,
    problems: invalid ? error.fields : undefined,
    error: invalid ? undefined : error,
    reset: start.reset,
  };
}

function whyNotCreate(
  check: SetupCheck | undefined,
  problems: readonly FieldProblem[],
  notAccepted: boolean,
): string | undefined {
  if (!check) return 'Not checked yet';
  if (problems.length > 0) return `Solve ${plural(problems.length, 'problem', 'problems')} to create it`;
  return notAccepted ? 'Confirm that this writes to production' : undefined;
}
