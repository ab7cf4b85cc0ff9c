// The field mappings of a mapping that no dataflow uses: saving makes another version of it.
import { ToastQueue } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { AppError } from '../../api/bindings/AppError';
import type { Draft } from '../../api/bindings/Draft';
import type { MappingLine } from '../../api/bindings/MappingLine';
import type { MappingSetForm } from '../../api/bindings/MappingSetForm';
import type { MappingSetUpdate } from '../../api/bindings/MappingSetUpdate';
import { appErrorOf } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { mappingSetFormQuery } from '../../api/resourceQueries';
import { useSession } from '../../api/session';
import { draftQuery, mappingSetDraft } from '../../api/setupQueries';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { BeforeEdit, ChangedMeanwhile, EditFrame } from '../parts/mapping/EditFrame';
import { MappingWork } from '../parts/mapping/MappingWork';
import { useMappingEdit } from '../parts/mapping/useMappingEdit';
import { useTheirs } from '../parts/mapping/useTheirs';
import { whyNotWritable } from '../parts/mapping/whyNotWritable';
import { useLeaveGuard } from '../parts/useLeaveGuard';

const TITLE = 'Edit field mappings';

export function EditMappingSetScreen() {
  const { resourceId } = useParams({ from: '/mappings/$resourceId/edit' });
  const session = useSession();
  const navigate = useNavigate();
  const form = useQuery(mappingSetFormQuery(session.key, resourceId));
  const draft = useQuery(draftQuery(session.key, mappingSetDraft(resourceId)));
  const { reads, kept, readTheirs } = useTheirs(form, draft.data);
  const leave = () => void navigate({ to: '/mappings/$resourceId', params: { resourceId } });
  if (!form.data || draft.isPending) {
    return (
      <EditFrame title={TITLE} onClose={leave}>
        <BeforeEdit heading="Field mappings" error={form.error} onRetry={() => void form.refetch()} />
      </EditFrame>
    );
  }
  return (
    <Edit key={reads} id={resourceId} form={form.data} draft={kept} onLeave={leave} onReload={readTheirs} />
  );
}

interface EditProps {
  id: string;
  form: MappingSetForm;
  draft: Draft | null | undefined;
  onLeave: () => void;
  onReload: () => void;
}

function Edit({ id, form, draft, onLeave, onReload }: EditProps) {
  const { mutateAsync, isPending } = useWrite('save_mapping_set');
  const [refused, setRefused] = useState<AppError>();
  const [kept, setKept] = useState<Exclude<MappingSetUpdate, { kind: 'saved' }>>();
  const saved = useRef(false);
  const edit = useMappingEdit({
    name: mappingSetDraft(id),
    version: { original: { id, version: form.version }, lines: form.lines },
    kept: draft,
    onStartOver: () => {
      setRefused(undefined);
      setKept(undefined);
    },
  });
  const { original, dirty } = edit;
  const question = useLeaveGuard({
    dirty: () => dirty && !saved.current,
    undone: 'What you changed in this mapping is not saved yet.',
    draft: edit.draft,
  });
  const save = async (wanted: MappingLine[]) => {
    setRefused(undefined);
    setKept(undefined);
    try {
      const reply = await mutateAsync({ id, version: original.version, source: form.source, lines: wanted });
      if (reply.kind !== 'saved') return setKept(reply);
      saved.current = true;
      edit.forget();
      ToastQueue.positive(`Version ${reply.version} of the mapping was saved`, { timeout: 5000 });
      onLeave();
    } catch (cause) {
      setRefused(appErrorOf(cause));
    }
  };
  return (
    <EditFrame title={TITLE} draft={edit.draft} onClose={onLeave}>
      <MappingWork
        destination={{ kind: 'existing_schema', schemaId: form.schemaId, datasetName: '' }}
        source={form.source}
        notice={edit.notice}
        lines={edit.lines}
        onLines={(next) => {
          setRefused(undefined);
          edit.setLines(next);
        }}
        sample={edit.sample}
        onSample={edit.setSample}
        lead={`Version ${form.version} is the newest. Saving makes another one.`}
        heading="Field mappings"
        goal="to go on"
        naming={{ name: 'Mapping' }}
        whyNot={whyNotWritable(form.leftOut) ?? (dirty ? undefined : 'Change a field mapping to save')}
        note="It does nothing until a dataflow uses it"
        submit="Save mapping"
        busy={isPending}
        refused={refused}
        trouble={
          kept && (
            <Kept
              kept={kept}
              onReload={() => {
                edit.startOver();
                onReload();
              }}
              onLeave={onLeave}
            />
          )
        }
        onSubmit={(wanted) => void save(wanted)}
        back={{ label: 'Cancel', onPress: onLeave }}
      />
      {question}
    </EditFrame>
  );
}

interface KeptProps {
  kept: Exclude<MappingSetUpdate, { kind: 'saved' }>;
  onReload: () => void;
  onLeave: () => void;
}

/** Nothing was saved: somebody was faster, or a dataflow has begun to use it. */
function Kept({ kept, onReload, onLeave }: KeptProps) {
  if (kept.kind === 'in_use') {
    const names = kept.usedBy.map(({ name }) => `“${name}”`).join(', ');
    return (
      <ProblemPanel
        look="strip"
        title={`${names} uses this mapping now`}
        hint="Nothing was saved. Change its field mappings in the dataflow, which takes over the new version."
        action={{ label: 'Back to the mapping', onPress: onLeave }}
      />
    );
  }
  return <ChangedMeanwhile onReadTheirs={onReload} />;
}
