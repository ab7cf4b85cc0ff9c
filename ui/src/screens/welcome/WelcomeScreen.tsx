// The first thing a person sees: the promise, two ways in, and a picture of the result.
import { Button, ToastQueue } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AppError } from '../../api/bindings/AppError';
import { problemWords } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { profilesQuery } from '../../api/queries';
import { useAppState } from '../../api/session';
import { AppMark } from '../../kit/AppMark';
import { PageHeading } from '../../kit/PageHeading';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { TERMS } from '../../lib/terms';
import { ResultPicture } from './ResultPicture';
import { SavedSignIns } from './SavedSignIns';
import styles from './WelcomeScreen.module.css';

export function WelcomeScreen() {
  const { version, notices } = useAppState();
  const navigate = useNavigate();
  const practise = useWrite('start_practice');
  const dismiss = useWrite('dismiss_notice');
  const { data: profiles = [] } = useQuery(profilesQuery());
  const [problem, setProblem] = useState<AppError>();

  const goHome = () => void navigate({ to: '/dataflows' });
  const fail = ({ app }: { app: AppError }) => setProblem(app);
  const startPractice = () => {
    setProblem(undefined);
    practise.mutate(null, { onSuccess: goHome, onError: fail });
  };
  const connect = () => void navigate({ to: '/connect' });

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
        {profiles.length > 0 && (
          <SavedSignIns profiles={profiles} onConnected={goHome} onProblem={(error) => setProblem(error)} />
        )}
        <div className={styles.ways}>
          <Button size="XL" variant={profiles.length > 0 ? 'secondary' : 'accent'} onPress={connect}>
            {profiles.length > 0 ? 'Add a sign-in' : 'Connect to Adobe'}
          </Button>
          <Button size="XL" variant="secondary" isPending={practise.isPending} onPress={startPractice}>
            Try practice mode
          </Button>
        </div>
        <p className={styles.note}>
          Practice mode needs no account. It runs a made-up Experience Platform on this computer and sends
          nothing anywhere.
        </p>
        {problem && <ProblemPanel {...problemWords(problem, { retry: startPractice, sign_in: connect })} />}
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
