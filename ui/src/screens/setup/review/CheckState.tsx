// Where the check before the first write stands: under way, refused, cancelled. Nothing once it is through.
import { Button } from '@react-spectrum/s2';
import type { ReactNode } from 'react';
import type { SetupCheck } from '../../../api/bindings/SetupCheck';
import { ProblemPanel } from '../../../kit/ProblemPanel';
import { Spinner } from '../../../kit/Spinner';
import { useLongWait } from '../../../kit/useLongWait';
import { CallProblem } from '../../parts/CallProblem';
import styles from './ReviewStep.module.css';

interface CheckStateProps {
  check: SetupCheck | undefined;
  error: unknown;
  isFetching: boolean;
  onStop: () => void;
  onCheck: () => void;
}

export function CheckState({ check, error, isFetching, onStop, onCheck }: CheckStateProps) {
  const slow = useLongWait(isFetching);
  if (isFetching) {
    return (
      <Waiting words="Checking names, permissions and whether Adobe offers you this source…">
        {slow && (
          <Button size="S" variant="secondary" onPress={onStop}>
            Cancel check
          </Button>
        )}
      </Waiting>
    );
  }
  if (error) {
    return <CallProblem error={error} onRetry={onCheck} />;
  }
  if (check) return null;
  return (
    <ProblemPanel
      tone="notice"
      title="The check was cancelled"
      hint="Nothing was made. Check again to go on."
      action={{ label: 'Check again', onPress: onCheck }}
    />
  );
}

export function Waiting({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <p className={styles.waiting} role="status">
      <Spinner size={16} /> {words} {children}
    </p>
  );
}
