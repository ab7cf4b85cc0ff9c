// The mapping of a dataflow that takes events, in the workbench. Saving makes another version and puts it in force;
// events go on being mapped by the old one until then. What is changed is kept as a draft.
import { ToastQueue } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Draft } from '../../api/bindings/Draft';
import type { MappingForm } from '../../api/bindings/MappingForm';
import type { MappingLine } from '../../api/bindings/MappingLine';
import { mappingFormQuery } from '../../api/changeQueries';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { draftQuery, mappingDraft, sourcesQuery } from '../../api/setupQueries';
import { BeforeEdit, ChangedMeanwhile, EditFrame } from '../parts/mapping/EditFrame';
import { MappingWork } from '../parts/mapping/MappingWork';
import { useMappingEdit } from '../parts/mapping/useMappingEdit';
import { useTheirs } from '../parts/mapping/useTheirs';
import { whyNotWritable } from '../parts/mapping/whyNotWritable';
import { useLeaveGuard } from '../parts/useLeaveGuard';

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
  const { reads, kept: back, readTheirs } = useTheirs(form, kept.data);
  if (!form.data || kept.isPending || sources.isPending) {
    return (
      <EditFrame title={TITLE} of={form.data?.flowName} onClose={leave}>
        <BeforeEdit heading="Mapping" error={form.error} onRetry={() => void form.refetch()} />
      </EditFrame>
    );
  }
  return (
    <Edit key={reads} flowId={flowId} form={form.data} kept={back} onLeave={leave} onReload={readTheirs} />
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
  const save = useWrite('save_mapping');
  const edit = useMappingEdit({
    name: mappingDraft(flowId),
    version: { original: form.mapping, lines: form.lines },
    kept,
    onStartOver: save.reset,
  });
  const { original, lines, sample, dirty } = edit;
  const saved = useRef(false);
  const guard = useLeaveGuard({
    dirty: () => dirty && !saved.current,
    undone: 'What you changed in the mapping of this dataflow is not in force yet.',
    draft: edit.draft,
  });
  const send = (wanted: MappingLine[]) =>
    save.mutate(
      { flowId, original, lines: wanted },
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
  return (
    <EditFrame title={TITLE} of={form.flowName} draft={edit.draft} onClose={onLeave}>
      <MappingWork
        destination={form.destination}
        source={form.source}
        notice={edit.notice}
        lines={lines}
        onLines={(next) => {
          save.reset();
          edit.setLines(next);
        }}
        sample={sample}
        onSample={edit.setSample}
        heading="Mapping"
        lead={`Version ${form.mapping.version} is in force. Saving makes another one.`}
        naming={{ name: form.flowName, flowId }}
        goal="to save"
        closed={whyNotWritable(form.leftOut)}
        whyNot={dirty ? undefined : 'Change a field mapping to save'}
        note="In force for events from then on"
        submit="Save mapping"
        busy={save.isPending}
        refused={save.error?.app}
        trouble={
          save.data?.kind === 'conflict' ? (
            <ChangedMeanwhile
              onReadTheirs={() => {
                edit.startOver();
                onReload();
              }}
            />
          ) : undefined
        }
        onSubmit={send}
        back={{ label: 'Cancel', onPress: onLeave }}
      />
      {guard}
    </EditFrame>
  );
}
