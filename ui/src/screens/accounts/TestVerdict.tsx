// Whether the source lets the account in, asked for by a press.

import { Button } from '@react-spectrum/s2';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import type { AccountTest } from '../../api/bindings/AccountTest';
import { Card } from '../../kit/Card';
import { Glyph } from '../../kit/Glyph';
import { Time } from '../../kit/Time';
import words from '../../kit/words.module.css';
import { clockTime } from '../../lib/time';
import { CallProblem } from '../parts/CallProblem';
import styles from './accounts.module.css';

interface TestVerdictProps {
  test: AccountTest | undefined;
  error: unknown;
  busy: boolean;
  /** Nothing can be asked of the source now. */
  isBlocked: boolean;
  onTest: () => void;
}

export function TestVerdict({ test, error, busy, isBlocked, onTest }: TestVerdictProps) {
  return (
    <Card
      title="Does it work?"
      aside={
        <Button size="S" variant="secondary" onPress={onTest} isPending={busy} isDisabled={isBlocked}>
          Test account
        </Button>
      }
    >
      <div aria-live="polite">
        {test ? (
          <div className={styles.verdict}>
            <Glyph
              of={test.works ? CheckmarkCircle : AlertTriangle}
              size={20}
              tone={test.works ? 'positive' : 'negative'}
            />
            <div>
              <div className={styles.strong}>{test.title}</div>
              <div className={words.second}>
                {test.hint} Tested at <Time at={test.testedAt}>{clockTime(test.testedAt)}</Time>.
              </div>
            </div>
          </div>
        ) : (
          !error && (
            <p className={words.second}>
              Adobe signs in to the source with it and says whether that works. Nothing is fetched.
            </p>
          )
        )}
      </div>
      {Boolean(error) && <CallProblem error={error} onRetry={onTest} />}
    </Card>
  );
}
