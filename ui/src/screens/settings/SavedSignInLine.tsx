// One saved sign-in.
import { ActionMenu, Badge, MenuItem, ToastQueue } from '@react-spectrum/s2';
import type { Profile } from '../../api/bindings/Profile';
import type { Sandbox } from '../../api/bindings/Sandbox';
import type { Session } from '../../api/bindings/Session';
import { useWrite } from '../../api/mutations';
import { SandboxChip } from '../../kit/SandboxChip';
import { shortId } from '../../lib/terms';
import { useProblemToast } from '../parts/useWaysOut';
import styles from './SavedSignInList.module.css';
import type { Asked } from './SignInDialogs';

interface SavedSignInLineProps {
  profile: Profile;
  /** The session, if this is the sign-in in use. */
  session: Session | undefined;
  /** Its sandbox, where the session knows what that is for; another organisation's is never guessed. */
  sandbox: Sandbox | undefined;
  onAsk: (what: Asked['what'], profile: Profile) => void;
}

export function SavedSignInLine({ profile, session, sandbox, onAsk }: SavedSignInLineProps) {
  const connect = useWrite('connect');
  const tell = useProblemToast();
  const use = () =>
    connect.mutate(
      { profileId: profile.id },
      {
        onSuccess: () => ToastQueue.positive(`Signed in as ${profile.name}`, { timeout: 5000 }),
        onError: ({ app }) => tell(app, { retry: use, profileId: profile.id }),
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
      <span className={styles.where}>{sandbox?.name ?? profile.sandbox}</span>
      {sandbox && <SandboxChip kind={sandbox.kind} />}
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
