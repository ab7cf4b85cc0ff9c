// The shortcuts that work on every page with a rail, and the dialog that lists them all.
import { Content, Dialog, DialogContainer, Heading } from '@react-spectrum/s2';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAppState } from '../../api/session';
import { useShortcuts } from '../../kit/shortcuts';
import { SHORTCUTS } from '../../lib/shortcuts';
import styles from './FrameShortcuts.module.css';

export function FrameShortcuts() {
  const [open, setOpen] = useState(false);
  const { session } = useAppState();
  const navigate = useNavigate();
  useShortcuts({
    '?': () => setOpen(true),
    n: () => {
      if (session && !session.offline) void navigate({ to: '/dataflows/new' });
    },
  });
  return (
    <DialogContainer onDismiss={() => setOpen(false)}>
      {open && (
        <Dialog size="S" isDismissible>
          <Heading slot="title">Keyboard shortcuts</Heading>
          <Content>
            <dl className={styles.list}>
              {SHORTCUTS.map(({ keys, does }) => (
                <div key={does} className={styles.row}>
                  <dt>{does}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key} className={styles.key}>
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
            <p className={styles.note}>Single letters are off while you type.</p>
          </Content>
        </Dialog>
      )}
    </DialogContainer>
  );
}
