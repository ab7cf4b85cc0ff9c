// Practice mode, beside the sign-ins that it stands in for.
import { Badge, Button } from '@react-spectrum/s2';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../api/mutations';
import { SandboxChip } from '../../kit/SandboxChip';
import { useProblemToast } from '../parts/useWaysOut';
import styles from './SavedSignInList.module.css';

export function PracticeLine({ inUse }: { inUse: boolean }) {
  const start = useWrite('start_practice');
  const navigate = useNavigate();
  const tell = useProblemToast();
  const practise = () =>
    start.mutate(null, {
      onSuccess: () => void navigate({ to: '/dataflows' }),
      onError: ({ app }) => tell(app, { retry: practise }),
    });
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <div className={styles.nameRow}>
          <span className={styles.name}>Practice</span>
          {inUse && (
            <Badge variant="positive" fillStyle="subtle" size="S">
              In use
            </Badge>
          )}
        </div>
        <div className={styles.second}>Made-up data on this computer</div>
      </div>
      <SandboxChip kind="practice" />
      {!inUse && (
        <Button size="S" variant="secondary" isPending={start.isPending} onPress={practise}>
          Start practice mode
        </Button>
      )}
    </li>
  );
}
