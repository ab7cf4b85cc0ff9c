// The ways in: where one was last, practice, a saved sign-in, or straight to an unfinished set-up. Remembers which one
// failed, so that "Try again" tries that one.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Session } from '../../api/bindings/Session';
import type { SetupSummary } from '../../api/bindings/SetupSummary';
import { useWrite } from '../../api/mutations';
import { KEYS } from '../../api/queries';
import { useAppState } from '../../api/session';

export type WayIn =
  | { kind: 'resume'; profileId: string }
  | { kind: 'practice' }
  | { kind: 'profile'; profileId: string }
  | { kind: 'setup'; profileId: string; setup: SetupSummary };

interface Failed {
  way: WayIn;
  error: unknown;
}

export function useWaysIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { lastSignIn } = useAppState();
  const { mutateAsync: resume } = useWrite('resume_session');
  const { mutateAsync: practise } = useWrite('start_practice');
  const { mutateAsync: connect } = useWrite('connect');
  const { mutateAsync: select } = useWrite('select_sandbox');
  const [entering, setEntering] = useState<WayIn | undefined>(
    lastSignIn === undefined ? undefined : { kind: 'resume', profileId: lastSignIn },
  );
  const [failed, setFailed] = useState<Failed>();

  const enter = useCallback(
    async (way: WayIn) => {
      const toSetup = async ({ sandbox }: Session, { setupId, sandbox: wanted }: SetupSummary) => {
        // Where the sandbox cannot be entered, the page of the set-up says which one it belongs to.
        if (sandbox.name !== wanted) await select({ sandbox: wanted }).catch(() => undefined);
        await navigate({ to: '/setups/$setupId', params: { setupId } });
      };
      const signIn = (way: WayIn) => {
        if (way.kind === 'resume') return resume(null);
        return way.kind === 'practice' ? practise(null) : connect({ profileId: way.profileId });
      };
      setFailed(undefined);
      setEntering(way);
      try {
        const session = await signIn(way);
        if (way.kind === 'setup') await toSetup(session, way.setup);
        else await navigate({ to: '/dataflows' });
      } catch (error) {
        setFailed({ way: way.kind === 'resume' ? { ...way, kind: 'profile' } : way, error });
        // It is offered once a start.
        if (way.kind === 'resume') await client.invalidateQueries({ queryKey: KEYS.appState });
      }
      setEntering(undefined);
    },
    [client, navigate, resume, practise, connect, select],
  );

  const tried = useRef(false);
  useEffect(() => {
    if (lastSignIn === undefined || tried.current) return;
    tried.current = true;
    void enter({ kind: 'resume', profileId: lastSignIn });
  }, [lastSignIn, enter]);

  return { entering, failed, enter: (way: WayIn) => void enter(way) };
}
