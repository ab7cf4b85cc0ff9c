// While a dataflow is being made, and whenever that stands still: the steps, what happened, what can be chosen.
import { Button, ProgressBar } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import type { Setup } from '../../../api/bindings/Setup';
import { useWrite } from '../../../api/mutations';
import { SETUP_DRAFT } from '../../../api/setupQueries';
import { PageHeading } from '../../../kit/PageHeading';
import { ProblemPanel } from '../../../kit/ProblemPanel';
import { SaidAloud } from '../../../kit/SaidAloud';
import { StepList } from '../../../kit/StepList';
import { WizardFoot } from '../../../kit/WizardFoot';
import { useSource } from '../../parts/useSource';
import setupStyles from '../setup.module.css';
import { fromForm } from '../values';
import { IfSomethingStops, MeanwhileIn } from './Cards';
import { Choices } from './Choices';
import styles from './Progress.module.css';
import { Trouble } from './Trouble';
import { useChoices } from './useChoices';
import { choicesOf, momentOf, percentDone, stepRows } from './view';

export function Progress({ setup }: { setup: Setup }) {
  const { run, isPending } = useChoices(setup.setupId);
  const guide = useSource(setup.form.source);
  const { heading, lead } = momentOf(setup, guide?.source.name ?? 'the source');
  const choices = choicesOf(setup);
  const moving = setup.state === 'running' || setup.state === 'stopping' || setup.state === 'undoing';
  return (
    <div className={setupStyles.step}>
      <div className={setupStyles.content} data-look="page">
        <div className={styles.page}>
          <div className={styles.made}>
            {/* Each moment is announced like a page of its own. */}
            <PageHeading key={setup.state} size="result">
              {heading}
            </PageHeading>
            <p className={styles.lead}>{lead}</p>
            <SaidAloud text={setup.state === 'running' ? lead : ''} />
            {setup.state === 'running' && (
              <ProgressBar
                aria-label="Making the dataflow"
                value={percentDone(setup)}
                styles={style({ width: 'full', marginTop: 8 })}
              />
            )}
            <div className={styles.steps}>
              <StepList look="joined" label="Steps" steps={stepRows(setup)} />
            </div>
          </div>
          <div className={styles.aside}>
            {setup.elsewhere && (
              <ProblemPanel tone="notice" title={setup.elsewhere.title} hint={setup.elsewhere.hint} />
            )}
            {setup.state !== 'undo_stopped' && <Trouble setup={setup} />}
            {choices.length > 0 && (
              <Choices setup={setup} choices={choices} run={run} isPending={isPending} />
            )}
            {setup.state === 'undo_stopped' && <Trouble setup={setup} />}
            {moving && setup.state !== 'undoing' && (
              <>
                <IfSomethingStops />
                {guide && <MeanwhileIn source={guide.source} />}
              </>
            )}
          </div>
        </div>
      </div>
      <Foot setup={setup} moving={moving} isPending={isPending} onCancel={run.cancel} />
    </div>
  );
}

interface FootProps {
  setup: Setup;
  moving: boolean;
  isPending: boolean;
  onCancel: () => void;
}

function Foot({ setup, moving, isPending, onCancel }: FootProps) {
  const navigate = useNavigate();
  const editAgain = useEditAgain(setup);
  const toList = () => void navigate({ to: '/dataflows' });
  return (
    <WizardFoot
      back={undefined}
      note={
        moving &&
        'You can leave this page: it carries on. Close Inlet, and it offers to go on where it stopped.'
      }
      action={
        <>
          {setup.choices.includes('cancel') && (
            <Button variant="secondary" onPress={onCancel} isPending={isPending}>
              {setup.state === 'undoing' ? 'Stop undo' : 'Cancel set-up'}
            </Button>
          )}
          {!moving && (
            <Button variant="secondary" onPress={toList}>
              Go to dataflows
            </Button>
          )}
          {setup.state === 'undone' && (
            <Button variant="primary" onPress={editAgain}>
              Change it and try again
            </Button>
          )}
        </>
      }
    />
  );
}

/** The form goes back to the wizard as its draft: nothing has to be typed twice. */
function useEditAgain(setup: Setup): () => void {
  const navigate = useNavigate();
  const save = useWrite('save_draft');
  return () =>
    save.mutate(
      { form: SETUP_DRAFT, values: fromForm(setup.form) },
      // Without a draft the wizard opens with its suggestions; that is still the way on.
      { onSettled: () => void navigate({ to: '/dataflows/new', search: { step: 'review' } }) },
    );
}
