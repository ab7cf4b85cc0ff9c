// One saved sign-in.
import { ActionMenu, Badge, MenuItem, ToastQueue } from '@react-spectrum/s2';
import type { Profile } from '../../api/bindings/Profile';
import type { Session } from '../../api/bindings/Session';
import { useWrite } from '../../api/mutations';
import { SandboxChip } from '../../kit/SandboxChip';
import { shortId } from '../../lib/terms';
import styles from './SavedSignInList.module.css';
import type { Asked } from './SignInDialogs';

interface SavedSignInLineProps {
  profile: Profile;
  /** The session, if this is the sign-in in use. */
  session: Session | undefined;
  onAsk: (what: Asked['what'], profile: Profile) => void;
}

export function SavedSignInLine({ profile, session, onAsk }: SavedSignInLineProps) {
  const connect = useWrite('connect');
  const use = () =>
    connect.mutate(
      { profileId: profile.id },
      {
        onSuccess: () => ToastQueue.positive(`Signed in as ${profile.name}`, { timeout: 5000 }),
        onError: ({ app }) => ToastQueue.negative(`${app.title}. ${app.hint}`),
      },
    );
  const actions: Record<string, () => void> = {
    use,
    rename: () => onAsk('rename', profile),
    secret: () => onAsk('secret', profile),
    delete: () => onAsk('delete', profile),
  };
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <div className={styles.nameRow}>
          <span className={styles.name}>{profile.name}</span>
          {session && (
            <Badge variant="positive" fillStyle="subtle" size="S">
              In use
            </Badge>
          )}
        </div>
        <div className={styles.second} title={`${profile.organization}, client ${profile.clientId}`}>
          {shortId(profile.organization.replace(/@AdobeOrg$/, ''))}@AdobeOrg, client{' '}
          {shortId(profile.clientId)}
          {profile.environment.kind === 'custom' && `, ${hostOf(profile.environment.platformUrl)}`}
        </div>
      </div>
      <span className={styles.where}>{session?.sandbox.name ?? profile.sandbox}</span>
      {session && <SandboxChip kind={session.sandbox.kind} />}
      <ActionMenu
        isQuiet
        size="S"
        aria-label={`More for ${profile.name}`}
        onAction={(key) => actions[String(key)]?.()}
      >
        {session ? null : <MenuItem id="use">Sign in with it</MenuItem>}
        <MenuItem id="rename">Rename…</MenuItem>
        <MenuItem id="secret">Replace client secret…</MenuItem>
        <MenuItem id="delete">Delete saved sign-in…</MenuItem>
      </ActionMenu>
    </li>
  );
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}
