// The course of connecting: values, the check that vouches for them, and keeping the sign-in at the end.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { AppError } from '../../api/bindings/AppError';
import type { CredentialFile } from '../../api/bindings/CredentialFile';
import type { Profile } from '../../api/bindings/Profile';
import { appErrorOf } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { connectionCheckQuery } from '../../api/queries';
import { useAppState } from '../../api/session';
import { applyProblems } from '../../forms/applyProblems';
import {
  CONNECT_FIELDS,
  type ConnectValues,
  checkArgs,
  fingerprint,
  type KeptSecret,
  type SecretKind,
  startValues,
} from './connection';

export type Connect = ReturnType<typeof useConnect>;

/** `known` is the saved sign-in that is renewed; absent for a new one. */
export function useConnect(known: Profile | undefined) {
  const navigate = useNavigate();
  const { suggestedEnvironment } = useAppState();
  const form = useForm<ConnectValues>({ defaultValues: startValues(suggestedEnvironment, known) });
  const values = useWatch({ control: form.control, compute: (all: ConnectValues) => all });
  const [kind, setKind] = useState<SecretKind>('secret');
  const [kept, setKept] = useState<KeptSecret>({});
  const [vouchedFor, setVouchedFor] = useState<string>();
  const [problem, setProblem] = useState<AppError>();
  /** The problem is one of keeping the sign-in, not of checking it. */
  const [saveFailed, setSaveFailed] = useState(false);
  const start = useWrite('check_connection');
  const save = useWrite('save_profile');

  const { checkId } = kept;
  const { data: followed, error: lost } = useQuery({
    ...connectionCheckQuery(checkId ?? ''),
    enabled: checkId !== undefined,
  });
  const check = vouchedFor === undefined ? undefined : followed;
  const current = check !== undefined && values.secret === '' && fingerprint(values, kind) === vouchedFor;

  const refuse = (error: AppError) => {
    if (!applyProblems(error, CONNECT_FIELDS, form.setError)) setProblem(error);
  };

  const runCheck = (from: KeptSecret, sandbox?: string) => {
    const now = form.getValues();
    form.clearErrors();
    setProblem(undefined);
    setSaveFailed(false);
    start.mutate(checkArgs(now, kind, from, sandbox), {
      onSuccess: (begun) => {
        // Handed over: from here on the secret lives on the other side only.
        form.setValue('secret', '');
        setKept({ checkId: begun.checkId });
        setVouchedFor(fingerprint(now, kind));
      },
      onError: ({ app }) => refuse(app),
    });
  };

  const takeFile = (file: CredentialFile) => {
    setKind('secret');
    form.setValue('clientId', file.clientId);
    form.setValue('secret', '');
    if (file.organization) form.setValue('organization', file.organization);
    if (file.suggestedName) form.setValue('name', file.suggestedName);
    const from = { handle: file.secretHandle };
    setKept(from);
    // Everything is there: the ticks begin without another press.
    if (form.getValues('organization') !== '') runCheck(from);
    else form.setFocus('organization');
  };

  const changeKind = (next: SecretKind) => {
    setKind(next);
    setKept({});
    form.setValue('secret', '');
    form.clearErrors();
    setProblem(undefined);
  };

  const connect = (sandbox: string) => {
    if (checkId === undefined) return;
    setProblem(undefined);
    save.mutate(
      { checkId, name: form.getValues('name'), sandbox },
      {
        onSuccess: () => void navigate({ to: '/dataflows' }),
        onError: ({ app }) => {
          setSaveFailed(true);
          refuse(app);
        },
      },
    );
  };

  return {
    form,
    /** The saved sign-in that is renewed. */
    known,
    kind,
    changeKind,
    takeFile,
    /** The secret was handed over and need not be typed again. */
    hasSecret: kept.handle !== undefined || checkId !== undefined,
    check: current ? check : undefined,
    checking: start.isPending || (current && !check.done && !lost),
    recheck: (sandbox?: string) => runCheck(kept, sandbox),
    connect,
    connecting: save.isPending,
    saveFailed,
    problem: problem ?? (lost && current ? appErrorOf(lost) : undefined),
  };
}
