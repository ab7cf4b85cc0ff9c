// Who is signed in, and the way to another saved sign-in.
import { Header, Heading, Menu, MenuItem, MenuSection, MenuTrigger } from '@react-spectrum/s2';
import User from '@react-spectrum/s2/icons/User';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import type { Session } from '../../api/bindings/Session';
import type { CallError } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { profilesQuery } from '../../api/queries';
import { useAppState } from '../../api/session';
import { Glyph } from '../../kit/Glyph';
import { clockTime } from '../../lib/time';
import { useProblemToast } from '../../screens/parts/useWaysOut';
import styles from './SignInCard.module.css';

const ADD = 'add';
const LEAVE = 'leave';
const PROFILE = 'profile:';

export function SignInCard() {
  const { session } = useAppState();
  const practice = session?.environment.kind === 'practice';
  const name = session?.profileName ?? 'Not signed in';
  return (
    <MenuTrigger direction="top">
      <Button className={styles.card ?? ''}>
        <span className={styles.initials} data-practice={practice || undefined} aria-hidden="true">
          {session ? initials(name) : <Glyph of={User} size={16} />}
        </span>
        <span className={styles.words}>
          <span className={styles.name} title={name}>
            {name}
          </span>
          <span className={styles.line}>{standing(session)}</span>
        </span>
      </Button>
      <SignInMenu session={session} />
    </MenuTrigger>
  );
}

function SignInMenu({ session }: { session: Session | undefined }) {
  const navigate = useNavigate();
  const { data: profiles = [] } = useQuery(profilesQuery());
  const connect = useWrite('connect');
  const disconnect = useWrite('disconnect');
  const tell = useProblemToast();

  const onAction = (key: string) => {
    const profileId = key.startsWith(PROFILE) ? key.slice(PROFILE.length) : undefined;
    const onError = ({ app }: CallError) => tell(app, { retry: () => onAction(key), profileId });
    if (profileId !== undefined) connect.mutate({ profileId }, { onError });
    else if (key === LEAVE) disconnect.mutate(null, { onError });
    else void navigate({ to: '/connect' });
  };
  const others = profiles.filter(({ id }) => id !== session?.profileId);
  return (
    <Menu aria-label="Sign-ins" onAction={(key) => onAction(String(key))}>
      {others.length > 0 && (
        <MenuSection>
          <Header>
            <Heading>Change to</Heading>
          </Header>
          {others.map((profile) => (
            <MenuItem key={profile.id} id={PROFILE + profile.id}>
              {`${profile.name}, ${profile.sandbox}`}
            </MenuItem>
          ))}
        </MenuSection>
      )}
      <MenuSection aria-label="More">
        <MenuItem id={ADD}>{others.length > 0 ? 'Add a sign-in' : 'Connect to Adobe'}</MenuItem>
        {session && <MenuItem id={LEAVE}>{leaveWords(session)}</MenuItem>}
      </MenuSection>
    </Menu>
  );
}

function leaveWords(session: Session): string {
  return session.environment.kind === 'practice' ? 'Leave practice mode' : 'Sign out';
}

function standing(session: Session | undefined): string {
  if (!session) return 'Connect or practise';
  if (session.environment.kind === 'practice') return 'No account needed';
  if (session.tokenExpiresAt !== undefined) return `Token until ${clockTime(session.tokenExpiresAt)}`;
  return 'Signed in';
}

function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}
