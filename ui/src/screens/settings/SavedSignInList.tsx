// Saved sign-ins and practice mode: one line each, with what may be done to it in its menu.
import { Button, Text } from '@react-spectrum/s2';
import Add from '@react-spectrum/s2/icons/Add';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Profile } from '../../api/bindings/Profile';
import type { Sandbox } from '../../api/bindings/Sandbox';
import type { Session } from '../../api/bindings/Session';
import { appErrorOf, problemWords } from '../../api/errors';
import { profilesQuery } from '../../api/queries';
import { useAppState } from '../../api/session';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { KeychainLine } from './KeychainLine';
import { PracticeLine } from './PracticeLine';
import { SavedSignInLine } from './SavedSignInLine';
import styles from './SavedSignInList.module.css';
import { type Asked, SignInDialogs } from './SignInDialogs';

export function SavedSignInList() {
  const navigate = useNavigate();
  const { session } = useAppState();
  const { data: profiles, error, refetch } = useQuery(profilesQuery());
  const [asked, setAsked] = useState<Asked>();
  const ask = (what: Asked['what'], profile: Profile) => setAsked({ what, profile });
  return (
    <>
      {error && <ProblemPanel {...problemWords(appErrorOf(error), { retry: () => void refetch() })} />}
      <ul className={styles.list}>
        {profiles?.map((profile) => (
          <SavedSignInLine
            key={profile.id}
            profile={profile}
            session={session?.profileId === profile.id ? session : undefined}
            sandbox={knownSandbox(profile, session)}
            onAsk={ask}
          />
        ))}
        <PracticeLine inUse={session?.environment.kind === 'practice'} />
      </ul>
      <div className={styles.below}>
        <Button variant="secondary" size="S" onPress={() => void navigate({ to: '/connect' })}>
          <Add />
          <Text>Add a sign-in</Text>
        </Button>
        <KeychainLine />
      </div>
      <SignInDialogs asked={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}

/** Sandboxes belong to an organisation: those of the session tell about other sign-ins to it too. */
function knownSandbox(profile: Profile, session: Session | undefined): Sandbox | undefined {
  if (!session) return undefined;
  if (session.profileId === profile.id) return session.sandbox;
  const sameOrganization =
    session.organization === profile.organization &&
    session.environment.kind === 'adobe' &&
    profile.environment.kind === 'adobe';
  return sameOrganization ? session.sandboxes.find(({ name }) => name === profile.sandbox) : undefined;
}
