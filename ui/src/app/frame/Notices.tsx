// Troubles of the app itself that a person must know, each until it is dismissed.
import { Button, ToastQueue } from '@react-spectrum/s2';
import type { Notice } from '../../api/bindings/Notice';
import { useWrite } from '../../api/mutations';
import styles from './Notices.module.css';

export function Notices({ notices }: { notices: readonly Notice[] }) {
  const dismiss = useWrite('dismiss_notice');
  return (
    <>
      {notices.map(({ id, title, hint }) => (
        <div key={id} className={styles.notice} role="status">
          <span className={styles.words}>
            <strong>{title}.</strong> {hint}
          </span>
          <Button
            size="S"
            variant="secondary"
            onPress={() => dismiss.mutate({ id }, { onError: ({ app }) => ToastQueue.negative(app.title) })}
          >
            Dismiss notice
          </Button>
        </div>
      ))}
    </>
  );
}
