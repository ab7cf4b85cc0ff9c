// The mapping of a dataflow that takes events, in the workbench. Saving makes another version and puts it in force;
// events go on being mapped by the old one until then. What is changed is kept as a draft.
import { ToastQueue } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Draft } from '../../api/bindings/Draft';
import type { MappingForm } from '../../api/bindings/MappingForm';
import type { MappingLine } from '../../api/bindings/MappingLine';
import { mappingFormQuery } from '../../api/changeQueries';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { draftQuery, mappingDraft, sourcesQuery } from '../../api/setupQueries';
import { SteadyButton } from '../../kit/SteadyButton';
import { CallProblem } from '../parts/CallProblem';
import { BeforeEdit, ChangedMeanwhile, EditFrame } from '../parts/mapping/EditFrame';
import { sampleEvent, sampleText } from '../parts/mapping/sample';
import { useMapping } from '../parts/mapping/useMapping';
import { useMappingEdit } from '../parts/mapping/useMappingEdit';
import { usePanels } from '../parts/mapping/usePanels';
import { useTargetFields } from '../parts/mapping/useTargetFields';
import { noteFor, Workbench, whyMappingWaits } from '../parts/mapping/Workbench';
import { WorkFrame } from '../parts/mapping/WorkFrame';
import { whyNotWritable } from '../parts/mapping/whyNotWritable';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import { useSource } from '../parts/useSource';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';

const TITLE = 'Edit mapping';

export function MappingEditScreen() {
  const { flowId } = useParams({ from: '/dataflows/$flowId/mapping' });
  const session = useSession();
  const navigate = useNavigate();
  const form = useQuery(mappingFormQuery(session.key, flowId));
  const kept = useQuery(draftQuery(session.key, mappingDraft(flowId)));
  // The example to map comes from there: the workbench starts with it instead of without one.
  const sources = useQuery(sourcesQuery());
  const leave = () =>
    void navigate({ to: '/dataflows/$flowId', params: { flowId }, search: { tab: 'mapping' } });
  /** How often somebody else's mapping was read in place of what is being changed here. */
  const [reads, setReads] = useState(0);
  if (!form.data || kept.isPending || sources.isPending) {
    return (
      <EditFrame title={TITLE} of={form.data?.flowName} onClose={leave}>
        <BeforeEdit heading="Mapping" error={form.error} onRetry={() => void form.refetch()} />
      </EditFrame>
    );
  }
  return (
    <Edit
      // A newer version that is read in passing takes nothing away: saving finds out about it.
      key={reads}
      flowId={flowId}
      form={form.data}
      kept={reads > 0 ? undefined : kept.data}
      onLeave={leave}
      onReload={() => void form.refetch().then(() => setReads((before) => before + 1))}
    />
  );
}

interface EditProps {
  flowId: string;
  form: MappingForm;
  kept: Draft | null | undefined;
  onLeave: () => void;
  onReload: () => void;
}

function Edit({ flowId, form, kept, onLeave, onReload }: EditProps) {
  const guide = useSource(form.source);
  const examples = guide?.examples ?? [];
  const save = useWrite('save_mapping');
  const edit = useMappingEdit({
    name: mappingDraft(flowId),
    version: { original: form.mapping, lines: form.lines },
    kept,
    onStartOver: save.reset,
  });
  const { original, lines, sample, dirty } = edit;
  const { source, destination } = form;
  const asked = useTargetFields(source, destination);
  const target = { ...asked, ready: asked.ready && guide !== undefined };
  const mapping = useMapping({
    source,
    text: sampleText(sample, examples),
    event: sampleEvent(sample),
    lines,
    destination,
    target,
  });
  const problems = save.error?.app.fields ?? [];
  const change = (next: readonly MappingLine[]) => {
    save.reset();
    edit.setLines(next);
  };
  const panels = usePanels({
    examples,
    sample,
    onSample: edit.setSample,
    problems,
    onLines: change,
    mapping,
    naming: { name: form.flowName, flowId },
  });
  const saved = useRef(false);
  const guard = useLeaveGuard({
    dirty: () => dirty && !saved.current,
    undone: 'What you changed in the mapping of this dataflow is not in force yet.',
    draft: edit.draft,
  });
  const press = () =>
    save.mutate(
      { flowId, original, lines: [...lines] },
      {
        onSuccess: (reply) => {
          if (reply.kind === 'conflict') return;
          saved.current = true;
          edit.forget();
          const version = reply.settings.values.mapping?.version;
          ToastQueue.positive(`Version ${version ?? ''} of the mapping is in force`, { timeout: 5000 });
          onLeave();
        },
      },
    );
  const offline = useWhyNoWrite();
  const reason =
    whyNotWritable(form.leftOut) ??
    whyMappingWaits(mapping, 'to save') ??
    offline ??
    (dirty ? undefined : 'Change a field mapping to save');
  const general = problems.find(({ field }) => field === 'lines')?.message;
  return (
    <EditFrame title={TITLE} of={form.flowName} draft={edit.draft} onClose={onLeave}>
      <WorkFrame
        notice={edit.notice}
        trouble={
          save.data?.kind === 'conflict' ? (
            <ChangedMeanwhile
              onReadTheirs={() => {
                edit.startOver();
                onReload();
              }}
            />
          ) : (
            save.error &&
            problems.length === 0 && <CallProblem look="strip" error={save.error} onRetry={press} />
          )
        }
        back={{ label: 'Cancel', onPress: onLeave }}
        note={reason ?? noteFor(mapping) ?? 'In force for events from then on'}
        action={
          <SteadyButton
            variant="accent"
            isPending={save.isPending}
            isDisabled={reason !== undefined}
            onPress={press}
          >
            Save mapping
          </SteadyButton>
        }
      >
        <Workbench
          heading="Mapping"
          lead={general ?? `Version ${form.mapping.version} is in force. Saving makes another one.`}
          mapping={mapping}
          panels={panels}
        />
        {guard}
      </WorkFrame>
    </EditFrame>
  );
}
