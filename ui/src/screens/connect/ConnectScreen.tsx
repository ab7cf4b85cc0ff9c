// Signing in to Adobe: the credential on the left, live checks on the right, and the sandbox to start with.
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Profile } from '../../api/bindings/Profile';
import { profilesQuery } from '../../api/queries';
import { useAppState } from '../../api/session';
import { AppMark } from '../../kit/AppMark';
import { CloseAction } from '../../kit/CloseAction';
import { TERMS } from '../../lib/terms';
import { Checks } from './Checks';
import { ConnectFooter } from './ConnectFooter';
import { ConnectForm } from './ConnectForm';
import styles from './ConnectScreen.module.css';
import { connectSearch } from './connectSearch';
import { SandboxChoice } from './SandboxChoice';
import { useConnect } from './useConnect';

export function ConnectScreen() {
  const { profile: wanted } = useLocation({ select: ({ search }) => connectSearch({ ...search }) });
  const { data: profiles, isPending } = useQuery({ ...profilesQuery(), enabled: wanted !== undefined });
  // The form opens with what it knows; a moment without it is better than fields that fill themselves later.
  if (wanted !== undefined && isPending) return null;
  return <Connecting key={wanted} known={profiles?.find(({ id }) => id === wanted)} />;
}

function Connecting({ known }: { known: Profile | undefined }) {
  const connect = useConnect(known);
  const { session } = useAppState();
  const navigate = useNavigate();
  const [picked, setPicked] = useState<string>();
  const { check } = connect;
  const sandbox =
    check && (check.sandboxes.find(({ name }) => name === (picked ?? check.sandbox)) ?? check.sandboxes[0]);
  const leave = () => void navigate({ to: session ? '/dataflows' : '/welcome' });

  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <AppMark />
        <span>{TERMS.app}</span>
        <span className={styles.close}>
          <CloseAction label="Close without connecting" onPress={leave} />
        </span>
      </header>
      <main className={styles.sheet}>
        <div className={styles.side}>
          <ConnectForm connect={connect} />
          <ConnectFooter connect={connect} sandbox={sandbox?.name} onCancel={leave} />
        </div>
        <div className={styles.checks}>
          <Checks connect={connect} sandbox={sandbox?.name} />
          {check && sandbox && (
            <SandboxChoice
              sandboxes={check.sandboxes}
              sandbox={sandbox}
              isDisabled={connect.checking || connect.connecting}
              onChoose={(name) => {
                setPicked(name);
                connect.recheck(name);
              }}
            />
          )}
        </div>
      </main>
    </div>
  );
}
