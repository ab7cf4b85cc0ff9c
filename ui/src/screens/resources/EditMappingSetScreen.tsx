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
import { PageHeading } from '../../kit/PageHeading';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { WizardFrame } from '../../kit/WizardFrame';
import { CallProblem } from '../parts/CallProblem';
import { useMappingEdit } from '../parts/mapping/useMappingEdit';
import { whyNotWritable } from '../parts/mapping/whyNotWritable';
import { Reading } from '../parts/Reading';
import { SandboxContext } from '../parts/SandboxContext';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import styles from './MappingStart.module.css';
import { MappingWork } from './MappingWork';

export function EditMappingSetScreen() {
  const { resourceId } = useParams({ from: '/mappings/$resourceId/edit' });
  const session = useSession();
  const navigate = useNavigate();
  const form = useQuery(mappingSetFormQuery(session.key, resourceId));
  const draft = useQuery(draftQuery(session.key, mappingSetDraft(resourceId)));
  const retry = () => void form.refetch();
  /** How often somebody else's version was read in place of what is being changed here. */
  const [reads, setReads] = useState(0);
  const leave = () => void navigate({ to: '/mappings/$resourceId', params: { resourceId } });
  return (
    <WizardFrame
      title="Edit field mappings"
      context={<SandboxContext />}
      closeLabel="Close Edit field mappings"
      onClose={leave}
    >
      {form.data && !draft.isPending ? (
        <Edit
          // A newer version that is read in passing takes nothing away: saving finds out about it.
          key={reads}
          id={resourceId}
          form={form.data}
          draft={reads > 0 ? undefined : draft.data}
          onLeave={leave}
          onReload={() => void form.refetch().then(() => setReads((before) => before + 1))}
        />
      ) : (
        <div className={styles.page}>
          <PageHeading>Field mappings</PageHeading>
          {form.error ? (
            <CallProblem error={form.error} onRetry={retry} />
          ) : (
            <Reading what="the field mappings" onRetry={retry} />
          )}
        </div>
      )}
    </WizardFrame>
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
    lost: 'What you changed in this mapping is not saved yet. It is kept on this computer as a draft.',
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
    <>
      <MappingWork
        schemaId={form.schemaId}
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
        name="Mapping"
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
    </>
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
  return (
    <ProblemPanel
      look="strip"
      title="Someone else changed the mapping meanwhile"
      hint="Nothing was saved. Your field mappings are still here; reading theirs replaces them."
      action={{ label: 'Read theirs', onPress: onReload }}
    />
  );
}
