// A page without the rail. The banner of practice mode stays above it all the same.
import type { ReactNode } from 'react';
import { useAppState } from '../../api/session';
import { useReachAgain } from '../../api/useReachAgain';
import styles from './BareFrame.module.css';
import { PracticeBanner } from './PracticeBanner';

export function BareFrame({ children }: { children: ReactNode }) {
  const { session } = useAppState();
  useReachAgain();
  return (
    <div className={styles.frame}>
      {session?.environment.kind === 'practice' && <PracticeBanner speed={session.clock.speed} />}
      <div className={styles.page}>{children}</div>
    </div>
  );
}
