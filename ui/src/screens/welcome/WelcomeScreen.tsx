// The first thing a person sees: the promise, two ways in, and a picture of the result.
import { Button, ToastQueue } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../api/mutations';
import { profilesQuery } from '../../api/queries';
import { useAppState } from '../../api/session';
import { AppMark } from '../../kit/AppMark';
import { PageHeading } from '../../kit/PageHeading';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { useLongWait } from '../../kit/useLongWait';
import { TERMS } from '../../lib/terms';
import { CallProblem } from '../parts/CallProblem';
import { ResultPicture } from './ResultPicture';
import { SavedSignIns } from './SavedSignIns';
import { UnfinishedElsewhere } from './UnfinishedElsewhere';
import { useWaysIn } from './useWaysIn';
import styles from './WelcomeScreen.module.css';

/** Whoever is let in sooner sees their dataflows at once, not this screen first. */
const FLASH_MS = 500;

export function WelcomeScreen() {
  const { version, notices, setupsElsewhere } = useAppState();
  const navigate = useNavigate();
  const dismiss = useWrite('dismiss_notice');
  const { data: profiles = [] } = useQuery(profilesQuery());
  const { entering, failed, enter } = useWaysIn();
  const connect = () => void navigate({ to: '/connect' });
  const practising = entering?.kind === 'practice';
  const resuming = entering?.kind === 'resume';
  const slow = useLongWait(resuming, FLASH_MS);
  if (resuming && !slow) return null;

  return (
    <div className={styles.screen}>
      <header className={styles.brand}>
        <AppMark size={28} />
        {TERMS.app}
      </header>
      <main className={styles.promise}>
        <PageHeading size="hero">See every Pendo event arrive in Experience Platform</PageHeading>
        <p className={styles.lead}>
          Connect in about five minutes, get one webhook address to paste into Pendo, and watch each hour come
          in.
        </p>
        <UnfinishedElsewhere
          setups={setupsElsewhere}
          profiles={profiles}
          entering={entering}
          onEnter={enter}
        />
        {profiles.length > 0 && <SavedSignIns profiles={profiles} entering={entering} onEnter={enter} />}
        <div className={styles.ways}>
          <Button size="XL" variant={profiles.length > 0 ? 'secondary' : 'accent'} onPress={connect}>
            {profiles.length > 0 ? 'Add a sign-in' : 'Connect to Adobe'}
          </Button>
          <Button
            size="XL"
            variant="secondary"
            isPending={practising}
            onPress={() => enter({ kind: 'practice' })}
          >
            Try practice mode
          </Button>
        </div>
        <p className={styles.note}>
          Practice mode needs no account. It runs a made-up Experience Platform on this computer and sends
          nothing anywhere.
        </p>
        {failed && (
          <CallProblem
            error={failed.error}
            onRetry={() => enter(failed.way)}
            profileId={failed.way.kind === 'practice' ? undefined : failed.way.profileId}
          />
        )}
        {notices.map(({ id, title, hint }) => (
          <ProblemPanel
            key={id}
            tone="notice"
            title={title}
            hint={hint}
            action={{
              label: 'Dismiss notice',
              onPress: () => dismiss.mutate({ id }, { onError: ({ app }) => ToastQueue.negative(app.title) }),
            }}
          />
        ))}
      </main>
      <footer className={styles.foot}>
        <span>{TERMS.notAffiliated}</span>
        <span>Version {version}</span>
        <Link to="/settings" className={styles.link}>
          Settings
        </Link>
      </footer>
      <ResultPicture />
    </div>
  );
}
