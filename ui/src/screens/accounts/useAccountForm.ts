// What is entered for a new account, and what of it is kept as a draft.
import { useMemo, useRef, useState } from 'react';
import type { AccountSource } from '../../api/bindings/AccountSource';
import type { AuthField } from '../../api/bindings/AuthField';
import type { AuthForm } from '../../api/bindings/AuthForm';
import { useDraft } from '../parts/useDraft';
import type { Restored } from '../parts/useReturning';
import { ACCOUNT_DRAFT, type AccountDraft, NOTHING_ENTERED } from './accountDraft';
import { isTouched, startingValues, withoutSecrets } from './authValues';

const NO_FIELDS: readonly AuthField[] = [];

export function useAccountForm(
  sources: readonly AccountSource[],
  restored: Restored<AccountDraft> | undefined,
) {
  const [form, setForm] = useState<AccountDraft>(restored?.values ?? NOTHING_ENTERED);
  const [returned, setReturned] = useState(restored !== undefined);
  const source = sources.find((one) => one.specId === form.specId);
  const way = source?.ways.find(({ name }) => name === form.way) ?? source?.ways[0];
  const fields = way?.fields ?? NO_FIELDS;
  const kept = useMemo(
    () => (form === NOTHING_ENTERED ? form : { ...form, values: withoutSecrets(fields, form.values) }),
    [form, fields],
  );
  const latest = useRef(kept);
  latest.current = kept;
  const draft = useDraft(ACCOUNT_DRAFT, kept, restored?.savedAt);
  const change = (part: Partial<AccountDraft>) => setForm((before) => ({ ...before, ...part }));
  return {
    source,
    way,
    fields,
    /** Until somebody types one, the account is called after its source. */
    name: form.name ?? source?.name ?? '',
    description: form.description,
    values: form.values,
    touched: form.name !== undefined || form.description !== '' || isTouched(fields, form.values),
    draft,
    /** The draft is back and nobody has said that it shall not be. */
    returned,
    change,
    choose: (next: AccountSource | undefined, nextWay: AuthForm | undefined = next?.ways[0]) =>
      change({ specId: next?.specId, way: nextWay?.name, values: startingValues(nextWay?.fields ?? []) }),
    /** What nobody may see again leaves the fields. */
    dropSecrets: () => change({ values: withoutSecrets(fields, form.values) }),
    startOver: () => {
      setReturned(false);
      setForm(NOTHING_ENTERED);
      void draft.forget(NOTHING_ENTERED).catch(() => undefined);
    },
    /** It is made: the draft has done its work. */
    forget: () => void draft.forget(latest.current).catch(() => undefined),
  };
}
