// The ways in: practice, a saved sign-in, or straight to an unfinished set-up. Remembers which one failed, so that
// "Try again" tries that one.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Session } from '../../api/bindings/Session';
import type { SetupSummary } from '../../api/bindings/SetupSummary';
import { useWrite } from '../../api/mutations';

export type WayIn =
  | { kind: 'practice' }
  | { kind: 'profile'; profileId: string }
  | { kind: 'setup'; profileId: string; setup: SetupSummary };

interface Failed {
  way: WayIn;
  error: unknown;
}

export function useWaysIn() {
  const navigate = useNavigate();
  const { mutateAsync: practise } = useWrite('start_practice');
  const { mutateAsync: connect } = useWrite('connect');
  const { mutateAsync: select } = useWrite('select_sandbox');
  const [entering, setEntering] = useState<WayIn>();
  const [failed, setFailed] = useState<Failed>();

  const toSetup = async ({ sandbox }: Session, { setupId, sandbox: wanted }: SetupSummary) => {
    // Where the sandbox cannot be entered, the page of the set-up says which one it belongs to.
    if (sandbox.name !== wanted) await select({ sandbox: wanted }).catch(() => undefined);
    await navigate({ to: '/setups/$setupId', params: { setupId } });
  };

  const enter = async (way: WayIn) => {
    setFailed(undefined);
    setEntering(way);
    try {
      const session =
        way.kind === 'practice' ? await practise(null) : await connect({ profileId: way.profileId });
      if (way.kind === 'setup') await toSetup(session, way.setup);
      else await navigate({ to: '/dataflows' });
    } catch (error) {
      setFailed({ way, error });
    }
    setEntering(undefined);
  };

  return { entering, failed, enter: (way: WayIn) => void enter(way) };
}
