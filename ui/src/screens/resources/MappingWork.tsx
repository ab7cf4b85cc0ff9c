// Field mappings into a schema, in the workbench: for a mapping that no dataflow uses yet.
import type { ReactNode } from 'react';
import type { AppError } from '../../api/bindings/AppError';
import type { Destination } from '../../api/bindings/Destination';
import type { MappingLine } from '../../api/bindings/MappingLine';
import { SteadyButton } from '../../kit/SteadyButton';
import { CallProblem } from '../parts/CallProblem';
import { type SampleChoice, sampleEvent, sampleText } from '../parts/mapping/sample';
import { useMapping } from '../parts/mapping/useMapping';
import { usePanels } from '../parts/mapping/usePanels';
import { useTargetFields } from '../parts/mapping/useTargetFields';
import { noteFor, Workbench, whyMappingWaits } from '../parts/mapping/Workbench';
import { WorkFrame } from '../parts/mapping/WorkFrame';
import { useSource } from '../parts/useSource';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';

interface MappingWorkProps {
  /** Above the workbench, such as a draft that came back. */
  notice?: ReactNode;
  schemaId: string;
  /** Our own id of the source whose events it maps. */
  source: string;
  /** Those that suggest themselves while a person has changed none. */
  lines: readonly MappingLine[] | undefined;
  onLines: (lines: readonly MappingLine[]) => void;
  sample: SampleChoice;
  onSample: (sample: SampleChoice) => void;
  lead: string;
  /** A file of its lines is called after it. */
  name: string;
  /** Why it cannot be sent, whatever the lines are. */
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
  const { schemaId, source, onLines, sample, onSample, lead, name, refused, trouble, back } = props;
  const examples = useSource(source)?.examples;
  const destination: Destination = { kind: 'existing_schema', schemaId, datasetName: '' };
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
    naming: { name },
  });
  const offline = useWhyNoWrite();
  const reason = whyMappingWaits(mapping, 'to go on') ?? offline ?? props.whyNot;
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
      <Workbench heading="Field mappings" lead={general ?? lead} mapping={mapping} panels={panels} />
    </WorkFrame>
  );
}
