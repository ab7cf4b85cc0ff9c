// One accent button that is always the next thing to do: check, then connect.
import { ActionButton, Button } from '@react-spectrum/s2';
import { problemWords } from '../../api/errors';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { useWaysOut } from '../parts/useWaysOut';
import styles from './ConnectForm.module.css';
import type { Connect } from './useConnect';

interface ConnectFooterProps {
  connect: Connect;
  sandbox: string | undefined;
  onCancel: () => void;
}

export function ConnectFooter({ connect, sandbox, onCancel }: ConnectFooterProps) {
  const { check, checking, connecting, kind, problem, saveFailed } = connect;
  const ready = check?.done && check.usable && sandbox !== undefined;
  const clean = check?.steps.every(({ state }) => state === 'passed');
  const waysOut = useWaysOut();
  // Whatever failed last: keeping the sign-in, or starting the check. Signing in is what this page does.
  const again = () => {
    if (ready && saveFailed) connect.connect(sandbox);
    else connect.recheck(sandbox);
  };
  return (
    <footer className={styles.footer}>
      {problem && (
        <div className={styles.footerProblem}>
          <ProblemPanel
            {...problemWords(problem, { ...waysOut(problem, { retry: again }), sign_in: again })}
          />
        </div>
      )}
      {ready ? (
        <Button variant="accent" isPending={connecting} onPress={() => connect.connect(sandbox)}>
          {clean ? 'Connect' : 'Connect anyway'}
        </Button>
      ) : (
        <Button variant="accent" isPending={checking} onPress={() => connect.recheck()}>
          {check?.done ? 'Check again' : 'Check sign-in'}
        </Button>
      )}
      <Button variant="secondary" onPress={onCancel}>
        Cancel
      </Button>
      <span className={styles.other}>
        <ActionButton
          isQuiet
          isDisabled={checking || connecting}
          onPress={() => connect.changeKind(kind === 'secret' ? 'token' : 'secret')}
        >
          {kind === 'secret' ? 'Paste a token instead' : 'Use a client secret'}
        </ActionButton>
      </span>
    </footer>
  );
}
