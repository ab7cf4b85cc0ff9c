// Whether secrets outlive the window.
import { Button } from '@react-spectrum/s2';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import { useWrite } from '../../api/mutations';
import { useAppState } from '../../api/session';
import { Glyph } from '../../kit/Glyph';
import { useProblemToast } from '../parts/useWaysOut';
import styles from './SavedSignInList.module.css';

export function KeychainLine() {
  const { keychain } = useAppState();
  const retry = useWrite('retry_keychain');
  const tell = useProblemToast();
  const again = () => retry.mutate(null, { onError: ({ app }) => tell(app, { retry: again }) });
  if (keychain.available) {
    return (
      <span className={styles.keychain}>
        <Glyph of={CheckmarkCircle} size={16} tone="positive" />
        Keychain available. Client secrets are kept there.
      </span>
    );
  }
  return (
    <div className={styles.noKeychain} role="status">
      <Glyph of={AlertTriangle} size={16} tone="notice" />
      <span className={styles.words}>
        <strong>{keychain.problem?.title ?? 'No keychain here'}.</strong>{' '}
        {keychain.problem?.hint ?? 'Secrets last until you quit.'}
      </span>
      <Button size="S" variant="secondary" isPending={retry.isPending} onPress={again}>
        Try the keychain again
      </Button>
    </div>
  );
}
