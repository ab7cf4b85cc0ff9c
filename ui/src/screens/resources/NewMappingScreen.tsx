// A new mapping: into which schema and of whose events, then its field mappings in the workbench.
import { ToastQueue } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { AppError } from '../../api/bindings/AppError';
import type { MappingLine } from '../../api/bindings/MappingLine';
import { appErrorOf } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { draftQuery, schemasQuery } from '../../api/setupQueries';
import { PageHeading } from '../../kit/PageHeading';
import { WizardFrame } from '../../kit/WizardFrame';
import { DraftAside, DraftBack } from '../parts/DraftNotes';
import { MappingWork } from '../parts/mapping/MappingWork';
import { Reading } from '../parts/Reading';
import { SandboxContext } from '../parts/SandboxContext';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import { type Restored, restoredFrom, useReturning } from '../parts/useReturning';
import { MappingStart } from './MappingStart';
import styles from './MappingStart.module.css';
import { EMPTY_MAPPING, MAPPING_DRAFT, type MappingValues, readMappingDraft } from './mappingDraft';

const STEPS = ['What it maps', 'Field mappings'] as const;

export function NewMappingScreen() {
  const session = useSession();
  const navigate = useNavigate();
  const draft = useQuery(draftQuery(session.key, MAPPING_DRAFT));
  if (draft.isPending) {
    return (
      <WizardFrame
        title="New mapping"
        context={<SandboxContext />}
        closeLabel="Close New mapping"
        onClose={() => void navigate({ to: '/mappings' })}
      >
        <div className={styles.page}>
          <PageHeading>What it maps</PageHeading>
          <Reading what="your draft" onRetry={() => void draft.refetch()} />
        </div>
      </WizardFrame>
    );
  }
  return <NewMapping restored={restoredFrom(draft.data, readMappingDraft)} />;
}

interface NewMappingProps {
  restored: Restored<MappingValues> | undefined;
}

function NewMapping({ restored }: NewMappingProps) {
  const session = useSession();
  const navigate = useNavigate();
  const schemas = useQuery(schemasQuery(session.key));
  const { mutateAsync, isPending } = useWrite('create_mapping');
  const { values, setValues, draft, returnedFrom, restart, forget } = useReturning<MappingValues>(
    MAPPING_DRAFT,
    () => restored,
    () => EMPTY_MAPPING,
  );
  const [step, setStep] = useState(0);
  const [refused, setRefused] = useState<AppError>();
  const done = useRef(false);
  const question = useLeaveGuard({
    dirty: () => values !== EMPTY_MAPPING && !done.current,
    undone: 'The mapping is not made yet.',
    draft,
  });
  const change = (part: Partial<MappingValues>) => {
    setRefused(undefined);
    setValues((before) => ({ ...before, ...part }));
  };
  const create = async (lines: MappingLine[]) => {
    setRefused(undefined);
    try {
      const { id } = await mutateAsync({ schemaId: values.schemaId ?? '', source: values.source, lines });
      done.current = true;
      forget();
      ToastQueue.positive('The mapping was created', { timeout: 5000 });
      void navigate({ to: '/mappings/$resourceId', params: { resourceId: id }, replace: true });
    } catch (cause) {
      setRefused(appErrorOf(cause));
    }
  };
  const title = schemas.data?.find(({ id }) => id === values.schemaId)?.title ?? 'the schema';
  const { schemaId } = values;
  return (
    <WizardFrame
      title="New mapping"
      context={<SandboxContext />}
      steps={STEPS}
      current={step}
      aside={<DraftAside draft={draft} />}
      closeLabel="Close New mapping; the draft is kept"
      onClose={() => void navigate({ to: '/mappings' })}
    >
      {step === 1 && schemaId !== null ? (
        <MappingWork
          destination={{ kind: 'existing_schema', schemaId, datasetName: '' }}
          source={values.source}
          lines={values.lines}
          onLines={(lines) => change({ lines: [...lines] })}
          sample={values.sample}
          onSample={(sample) => change({ sample })}
          lead={`Into ${title}. What fits by name is suggested; add and change what you like.`}
          heading="Field mappings"
          goal="to go on"
          naming={{ name: `Mapping into ${title}` }}
          note="It does nothing until a dataflow uses it"
          submit="Create mapping"
          busy={isPending}
          refused={refused}
          onSubmit={(lines) => void create(lines)}
          back={{ label: 'Back', onPress: () => setStep(0) }}
        />
      ) : (
        <MappingStart
          values={values}
          schemas={schemas}
          change={change}
          notice={
            returnedFrom !== undefined && (
              <DraftBack savedAt={returnedFrom} onStartOver={() => restart(EMPTY_MAPPING)} />
            )
          }
          onContinue={() => setStep(1)}
          onCancel={() => void navigate({ to: '/mappings' })}
        />
      )}
      {question}
    </WizardFrame>
  );
}
