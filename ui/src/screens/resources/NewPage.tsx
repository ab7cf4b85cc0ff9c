// The page of a form for a new resource; a draft that was kept goes on.
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session';
import { draftQuery } from '../../api/setupQueries';
import { Reading } from '../parts/Reading';
import { BackLink } from '../parts/resource/BackLink';
import { NewFrame } from '../parts/resource/DetailFrame';
import { restoredFrom } from '../parts/useReturning';
import { type NewForm, NewResourceForm } from './NewResourceForm';
import { readDraft } from './newValues';

interface NewPageProps {
  title: string;
  /** The name of the list. */
  back: string;
  form: NewForm;
}

export function NewPage({ title, back, form }: NewPageProps) {
  const session = useSession();
  const draft = useQuery(draftQuery(session.key, form.draft));
  const ready = !draft.isPending;
  return (
    <NewFrame back={<BackLink to={form.list}>{back}</BackLink>} title={title}>
      {ready ? (
        <NewResourceForm form={form} restored={restoredFrom(draft.data, readDraft)} />
      ) : (
        <Reading look="inside" what="the draft" onRetry={() => void draft.refetch()} />
      )}
    </NewFrame>
  );
}
