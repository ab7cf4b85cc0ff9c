// The mapping of a dataflow that takes events, in the workbench. Saving makes another version and puts it in force;
// events go on being mapped by the old one until then.
import { Button, ToastQueue } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { MappingForm } from '../../api/bindings/MappingForm';
import type { MappingLine } from '../../api/bindings/MappingLine';
import { mappingFormQuery } from '../../api/changeQueries';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { targetFieldsQuery } from '../../api/setupQueries';
import { PageHeading } from '../../kit/PageHeading';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { WizardFrame } from '../../kit/WizardFrame';
import { plural } from '../../lib/number';
import { CallProblem } from '../parts/CallProblem';
import { type SampleChoice, sampleText } from '../parts/mapping/sample';
import { useMapping } from '../parts/mapping/useMapping';
import { usePanels } from '../parts/mapping/usePanels';
import { noteFor, Workbench, whyMappingWaits } from '../parts/mapping/Workbench';
import { Reading } from '../parts/Reading';
import { SandboxContext } from '../parts/SandboxContext';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import { useSource } from '../parts/useSource';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import styles from './MappingEditScreen.module.css';

export function MappingEditScreen() {
  const { flowId } = useParams({ from: '/dataflows/$flowId/mapping' });
  const session = useSession();
  const navigate = useNavigate();
  const form = useQuery(mappingFormQuery(session.key, flowId));
  const leave = () =>
    void navigate({ to: '/dataflows/$flowId', params: { flowId }, search: { tab: 'mapping' } });
  const retry = () => void form.refetch();
  return (
    <WizardFrame
      title="Edit mapping"
      context={<SandboxContext />}
      aside={form.data?.flowName}
      closeLabel="Close Edit mapping"
      onClose={leave}
    >
      {form.data ? (
        <Edit
          key={`${form.data.mapping.id} ${form.data.mapping.version}`}
          flowId={flowId}
          form={form.data}
          onLeave={leave}
          onReload={retry}
        />
      ) : (
        <div className={styles.before}>
          <PageHeading>Mapping</PageHeading>
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
  flowId: string;
  form: MappingForm;
  onLeave: () => void;
  onReload: () => void;
}

function Edit({ flowId, form, onLeave, onReload }: EditProps) {
  const session = useSession();
  const guide = useSource(form.source);
  const examples = guide?.examples ?? [];
  const [lines, setLines] = useState<readonly MappingLine[]>(form.lines);
  const [sample, setSample] = useState<SampleChoice>({ kind: 'example', id: '' });
  const { source, destination } = form;
  const key = JSON.stringify(destination);
  const asked = useQuery(targetFieldsQuery(session.key, key, source, destination));
  const target = {
    fields: asked.data?.fields ?? [],
    ready: asked.data !== undefined && guide !== undefined,
    error: asked.error,
    retry: () => void asked.refetch(),
  };
  const mapping = useMapping({ source, text: sampleText(sample, examples), lines, destination, target });
  const save = useWrite('save_mapping');
  const problems = save.error?.app.fields ?? [];
  const change = (next: readonly MappingLine[]) => {
    save.reset();
    setLines(next);
  };
  const panels = usePanels({
    examples,
    sample,
    onSample: setSample,
    problems,
    onLines: change,
    mapping,
    naming: { name: form.flowName, flowId },
  });
  const saved = useRef(false);
  const dirty = JSON.stringify(lines) !== JSON.stringify(form.lines);
  const guard = useLeaveGuard({
    dirty: () => dirty && !saved.current,
    lost: 'What you changed in the mapping of this dataflow is not saved yet.',
  });
  const press = () =>
    save.mutate(
      { flowId, original: form.mapping, lines: [...lines] },
      {
        onSuccess: (reply) => {
          if (reply.kind === 'conflict') return;
          saved.current = true;
          const version = reply.settings.values.mapping?.version;
          ToastQueue.positive(`Version ${version ?? ''} of the mapping is in force`, { timeout: 5000 });
          onLeave();
        },
      },
    );
  const offline = useWhyNoWrite();
  const reason =
    leftOutWords(form.leftOut) ??
    whyMappingWaits(mapping, 'to save') ??
    offline ??
    (dirty ? undefined : 'Change a field mapping to save');
  const general = problems.find(({ field }) => field === 'lines')?.message;
  return (
    <div className={styles.step}>
      <div className={styles.content}>
        <Workbench
          heading="Mapping"
          lead={general ?? `Version ${form.mapping.version} is in force. Saving makes another one.`}
          mapping={mapping}
          panels={panels}
        />
      </div>
      {save.data?.kind === 'conflict' && (
        <div className={styles.trouble}>
          <ProblemPanel
            look="strip"
            title="Someone else changed the mapping meanwhile"
            hint="Nothing was saved. Your field mappings are still here; reading theirs replaces them."
            action={{ label: 'Read theirs', onPress: onReload }}
          />
        </div>
      )}
      {save.error && problems.length === 0 && (
        <div className={styles.trouble}>
          <CallProblem look="strip" error={save.error} onRetry={press} />
        </div>
      )}
      <footer className={styles.foot}>
        <Button variant="secondary" onPress={onLeave}>
          Cancel
        </Button>
        <span className={styles.note}>
          {reason ?? noteFor(mapping) ?? 'In force for events from then on'}
        </span>
        <Button variant="accent" isPending={save.isPending} isDisabled={reason !== undefined} onPress={press}>
          Save mapping
        </Button>
      </footer>
      {guard}
    </div>
  );
}

function leftOutWords(count: number): string | undefined {
  if (count === 0) return undefined;
  const lines = plural(count, 'field mapping', 'field mappings');
  return `Inlet cannot write ${lines} of this mapping, such as fixed texts. Change it in Experience Platform.`;
}
