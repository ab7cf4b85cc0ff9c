// Step 3: which field of the event becomes which field of the record.
import type { Destination } from '../../api/bindings/Destination';
import type { MappingLine } from '../../api/bindings/MappingLine';
import { destinationKey } from '../../api/destinationKey';
import { PageHeading } from '../../kit/PageHeading';
import { sampleEvent, sampleText } from '../parts/mapping/sample';
import { useMapping } from '../parts/mapping/useMapping';
import { usePanels } from '../parts/mapping/usePanels';
import { noteFor, Workbench, whyMappingWaits } from '../parts/mapping/Workbench';
import styles from './setup.module.css';
import { messageFor } from './steps';
import { useTarget } from './useTarget';
import { destinationOf, linesFor } from './values';
import { ContinueButton, type StepProps, WizardStep } from './WizardStep';

export function MappingStep(props: StepProps) {
  const destination = destinationOf(props.values);
  if (destination) return <MappingOf {...props} destination={destination} />;
  return (
    <WizardStep
      onBack={props.onBack}
      next={
        <ContinueButton label="Continue to review" reason="no destination" onContinue={props.onContinue} />
      }
    >
      <div className={styles.alone}>
        <PageHeading>Mapping</PageHeading>
        <p>Choose where the events go first: the fields to fill are those of its schema.</p>
      </div>
    </WizardStep>
  );
}

function MappingOf({ destination, ...props }: StepProps & { destination: Destination }) {
  const { values, change, defaults, problems, notice, onBack, onContinue } = props;
  const target = useTarget(destination, defaults);
  const lines = linesFor(values, destination, target.suggestedLines);
  const text = sampleText(values.sample, defaults.examples);
  const mapping = useMapping({
    source: values.source,
    text,
    event: sampleEvent(values.sample),
    lines,
    destination,
    target,
  });
  const onLines = (next: readonly MappingLine[]) =>
    change({ lines: { ...values.lines, [destinationKey(values.source, destination)]: [...next] } });
  const panels = usePanels({
    examples: defaults.examples,
    sample: values.sample,
    onSample: (sample) => change({ sample }),
    problems,
    onLines,
    mapping,
    naming: { name: values.name },
  });
  const reason = whyMappingWaits(mapping, 'to continue');
  const general = messageFor(problems, 'lines') ?? messageFor(problems, 'mapping');
  return (
    <WizardStep
      look="fill"
      notice={notice}
      onBack={onBack}
      note={reason ?? noteFor(mapping)}
      next={<ContinueButton label="Continue to review" reason={reason} onContinue={onContinue} />}
    >
      <Workbench
        heading="Mapping"
        lead={general ?? 'Suggested for you. Change only what you disagree with.'}
        mapping={mapping}
        panels={panels}
      />
    </WizardStep>
  );
}
