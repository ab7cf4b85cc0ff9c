// The frame beside which most pages stand: practice banner, left rail, and one rounded sheet with the page.
import type { ReactNode } from 'react';
import { useAppState } from '../../api/session';
import { useReachAgain } from '../../api/useReachAgain';
import { RemovalProvider } from '../../screens/parts/removal/RemovalProvider';
import type { RouteId } from '../routes';
import styles from './AppFrame.module.css';
import { FrameShortcuts } from './FrameShortcuts';
import { Notices } from './Notices';
import { PracticeBanner } from './PracticeBanner';
import { Rail } from './Rail';

export function AppFrame({ current, children }: { current: RouteId; children: ReactNode }) {
  const { session, notices } = useAppState();
  useReachAgain();
  return (
    <div className={styles.frame}>
      {session?.environment.kind === 'practice' && <PracticeBanner speed={session.clock.speed} />}
      <div className={styles.columns}>
        <Rail current={current} />
        <div className={styles.content}>
          <RemovalProvider>
            {notices.length > 0 && <Notices notices={notices} />}
            <main className={styles.sheet}>{children}</main>
          </RemovalProvider>
        </div>
      </div>
      <FrameShortcuts />
    </div>
  );
}
