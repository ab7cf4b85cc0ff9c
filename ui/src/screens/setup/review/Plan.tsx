// What will be made, in order, with the names it gets; and what exists already and is only used.
import type { ReactNode } from 'react';
import type { PlannedObject } from '../../../api/bindings/PlannedObject';
import type { Session } from '../../../api/bindings/Session';
import type { SetupForm } from '../../../api/bindings/SetupForm';
import { Card } from '../../../kit/Card';
import { SandboxChip } from '../../../kit/SandboxChip';
import { plural } from '../../../lib/number';
import { STEP_WORDS } from '../stepWords';
import styles from './Plan.module.css';

interface PlanProps {
  form: SetupForm;
  plan: readonly PlannedObject[];
  session: Session;
}

export function Plan({ form, plan, session }: PlanProps) {
  return (
    <div className={styles.columns}>
      <Card title="What is made">
        {plan.length === 0 ? (
          <p className={styles.empty}>Shown once the check is through.</p>
        ) : (
          <ol className={styles.list}>
            {plan.map(({ step, name, made }) => (
              <li key={`${step} ${name}`} className={styles.row}>
                <span className={styles.kind}>{STEP_WORDS[step]}</span>
                <span className={styles.name}>{name}</span>
                <span className={styles.made} data-made={made || undefined}>
                  {made ? 'New' : 'Exists, is used'}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Card>
      <Card title="In short">
        <dl className={styles.facts}>
          <Fact term="Dataflow">{form.name}</Fact>
          {form.description !== '' && <Fact term="Description">{form.description}</Fact>}
          <Fact term="Sandbox">
            <span className={styles.sandbox}>
              {session.sandbox.name} <SandboxChip kind={session.sandbox.kind} />
            </span>
          </Fact>
          <Fact term="Signed in as">{session.profileName}</Fact>
          <Fact term="Mapping">{plural(form.lines.length, 'field mapping', 'field mappings')}</Fact>
        </dl>
      </Card>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
