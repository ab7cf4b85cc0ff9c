// Field mappings in the workbench, and the press that sends them: for a mapping of its own, and for that of a dataflow
// that takes events.
import type { ReactNode } from 'react';
import type { AppError } from '../../../api/bindings/AppError';
import type { Destination } from '../../../api/bindings/Destination';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { SteadyButton } from '../../../kit/SteadyButton';
import { CallProblem } from '../CallProblem';
import { useSource } from '../useSource';
import { useWhyNoWrite } from '../useWhyNoWrite';
import type { Naming } from './LinesMenu';
import { type SampleChoice, sampleEvent, sampleText } from './sample';
import { useMapping } from './useMapping';
import { usePanels } from './usePanels';
import { useTargetFields } from './useTargetFields';
import { noteFor, Workbench, whyMappingWaits } from './Workbench';
import { WorkFrame } from './WorkFrame';

interface MappingWorkProps {
  /** Above the workbench, such as a draft that came back. */
  notice?: ReactNode;
  destination: Destination;
  /** Our own id of the source whose events it maps. */
  source: string;
  /** Those that suggest themselves while a person has changed none. */
  lines: readonly MappingLine[] | undefined;
  onLines: (lines: readonly MappingLine[]) => void;
  sample: SampleChoice;
  onSample: (sample: SampleChoice) => void;
  heading: string;
  lead: string;
  naming: Naming;
  /** What solving the errors is good for, such as "to save". */
  goal: string;
  /** Why it cannot be sent, whatever else is wrong. */
  closed?: string | undefined;
  /** Why it cannot be sent even though nothing is wrong. */
  whyNot?: string | undefined;
  /** Said while nothing keeps it from being sent. */
  note: string;
  submit: string;
  busy: boolean;
  refused: AppError | undefined;
  /** In place of what was refused. */
  trouble?: ReactNode;
  onSubmit: (lines: MappingLine[]) => void;
  back: { label: string; onPress: () => void };
}

export function MappingWork(props: MappingWorkProps) {
  const { source, destination, onLines, sample, onSample, heading, lead, naming, refused, trouble, back } =
    props;
  const examples = useSource(source)?.examples;
  const asked = useTargetFields(source, destination);
  const lines = props.lines ?? asked.suggestedLines;
  const target = { ...asked, ready: asked.ready && examples !== undefined };
  const text = sampleText(sample, examples ?? []);
  const mapping = useMapping({ source, text, event: sampleEvent(sample), lines, destination, target });
  const problems = refused?.fields ?? [];
  const panels = usePanels({
    examples: examples ?? [],
    sample,
    onSample,
    problems,
    onLines,
    mapping,
    naming,
  });
  const offline = useWhyNoWrite();
  const reason = props.closed ?? whyMappingWaits(mapping, props.goal) ?? offline ?? props.whyNot;
  const send = () => props.onSubmit([...lines]);
  const general = problems.find(({ field }) => field === 'lines' || field === 'schemaId')?.message;
  return (
    <WorkFrame
      notice={props.notice}
      trouble={
        trouble ??
        (refused && problems.length === 0 && <CallProblem look="strip" error={refused} onRetry={send} />)
      }
      back={back}
      note={reason ?? noteFor(mapping) ?? props.note}
      action={
        <SteadyButton
          variant="accent"
          isPending={props.busy}
          isDisabled={reason !== undefined}
          onPress={send}
        >
          {props.submit}
        </SteadyButton>
      }
    >
      <Workbench heading={heading} lead={general ?? lead} mapping={mapping} panels={panels} />
    </WorkFrame>
  );
}
