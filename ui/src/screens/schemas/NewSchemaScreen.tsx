// A new schema: reads the draft, if there is one, then opens the form. While it is made, its steps stand in the
// form's place; a refusal brings the form back with the reason on its field.
import { ToastQueue } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { AppError } from '../../api/bindings/AppError';
import type { SchemaMaking } from '../../api/bindings/SchemaMaking';
import { makingQuery, SCHEMA_DRAFT } from '../../api/schemaQueries';
import { useSession } from '../../api/session';
import { draftQuery } from '../../api/setupQueries';
import { CallProblem } from '../parts/CallProblem';
import { DraftBack } from '../parts/DraftNotes';
import { Reading } from '../parts/Reading';
import { BackLink } from '../parts/resource/BackLink';
import { NewFrame } from '../parts/resource/DetailFrame';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import { type Restored, restoredFrom, useReturning } from '../parts/useReturning';
import { MakingPanel } from './MakingPanel';
import { NewSchemaForm } from './NewSchemaForm';
import { EMPTY, isTouched, readDraft, type SchemaValues } from './values';

export function NewSchemaScreen() {
  const session = useSession();
  const draft = useQuery(draftQuery(session.key, SCHEMA_DRAFT));
  return (
    <NewFrame back={<BackLink to="/schemas">Schemas</BackLink>} title="New schema" isWide>
      {draft.isPending ? (
        <Reading look="inside" what="your draft" onRetry={() => void draft.refetch()} />
      ) : (
        <NewSchema restored={restoredFrom(draft.data, readDraft)} />
      )}
    </NewFrame>
  );
}

interface NewSchemaProps {
  restored: Restored<SchemaValues> | undefined;
}

function NewSchema({ restored }: NewSchemaProps) {
  const navigate = useNavigate();
  const { values, setValues, draft, returnedFrom, restart, forget } = useReturning<SchemaValues>(
    SCHEMA_DRAFT,
    () => restored,
    () => EMPTY,
  );
  const [making, setMaking] = useState<SchemaMaking>();
  const [refused, setRefused] = useState<AppError>();
  const [over, setOver] = useState(false);
  const question = useLeaveGuard({
    dirty: () => isTouched(values) && !making && !over,
    undone: 'The schema is not made yet.',
    draft,
  });
  const startOver = () => {
    setRefused(undefined);
    restart(EMPTY);
  };
  if (making) {
    return (
      <Making
        started={making}
        onMade={(schemaId) => {
          setOver(true);
          forget();
          ToastQueue.positive(`${making.title} was created`, { timeout: 5000 });
          void navigate({ to: '/schemas/$schemaId', params: { schemaId }, replace: true });
        }}
        onBack={(cause) => {
          setRefused(cause);
          setMaking(undefined);
        }}
        onLeft={() => {
          setOver(true);
          forget();
          void navigate({ to: '/schemas', replace: true });
        }}
      />
    );
  }
  return (
    <>
      {returnedFrom !== undefined && <DraftBack savedAt={returnedFrom} onStartOver={startOver} />}
      <NewSchemaForm
        values={values}
        setValues={setValues}
        draft={draft}
        refused={refused}
        onRefused={setRefused}
        onStarted={setMaking}
      />
      {question}
    </>
  );
}

interface MakingProps {
  started: SchemaMaking;
  onMade: (schemaId: string) => void;
  /** Nothing is left of it: back to the form, with what was refused. */
  onBack: (cause: AppError | undefined) => void;
  onLeft: () => void;
}

function Making({ started, onMade, onBack, onLeft }: MakingProps) {
  const session = useSession();
  const { data, error, refetch } = useQuery(makingQuery(session.key, started.makingId));
  const making = data ?? started;
  const { state, schemaId, cause } = making;
  useEffect(() => {
    if (state === 'done' && schemaId !== undefined) onMade(schemaId);
    else if (state === 'undone') onBack(cause);
  });
  return (
    <>
      {error && <CallProblem error={error} onRetry={() => void refetch()} />}
      <MakingPanel making={making} onPressed={() => void refetch()} onLeft={onLeft} />
    </>
  );
}
