// One tick per thing that has to work. A failed one opens in place with its way out; it does not block.
import type { CheckStep } from '../../api/bindings/CheckStep';
import { problemWords } from '../../api/errors';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { SaidAloud } from '../../kit/SaidAloud';
import { type Step, StepList } from '../../kit/StepList';
import { AdministratorPanel } from './AdministratorPanel';
import styles from './Checks.module.css';
import { STEP_TITLES, STEPS_AHEAD } from './connection';
import type { Connect } from './useConnect';

export function Checks({ connect, sandbox }: { connect: Connect; sandbox: string | undefined }) {
  const { check } = connect;
  const steps = check?.steps ?? STEPS_AHEAD;
  const passed = steps.filter(({ state }) => state === 'passed').length;
  const tally = `${passed} of ${steps.length} passed`;
  const again = () => connect.recheck(sandbox);
  return (
    <section className={styles.checks} aria-labelledby="checks-title">
      <header className={styles.head}>
        <h2 id="checks-title" className={styles.title}>
          Checks
        </h2>
        {check && <span className={styles.tally}>{tally}</span>}
      </header>
      <StepList label="Checks" steps={steps.map((step) => asStep(step, again, connect.checking))} />
      <SaidAloud text={check?.done ? tally : ''} />
    </section>
  );
}

function asStep(step: CheckStep, again: () => void, checking: boolean): Step {
  const { id, state, summary, problem } = step;
  const title = STEP_TITLES[id];
  if (!problem) return { id, state, title, summary };
  const text = problem.detail?.administratorText;
  if (problem.owner === 'administrator' && text) {
    const opened = <AdministratorPanel problem={problem} text={text} onAgain={again} checking={checking} />;
    return { id, state, title, summary, opened };
  }
  const opened = (
    <div className={styles.opened}>
      <ProblemPanel
        {...problemWords(problem, { retry: again })}
        action={{ label: 'Check again', onPress: again }}
      />
    </div>
  );
  return { id, state, title, opened };
}
