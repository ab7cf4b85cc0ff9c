// What stands in the way, all at once; each leads to where it is put right.
import { Button } from '@react-spectrum/s2';
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import type { FieldProblem } from '../../../api/bindings/FieldProblem';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { Glyph } from '../../../kit/Glyph';
import { plural } from '../../../lib/number';
import { lineOfField } from '../../parts/mapping/lines';
import { type StepId, stepOfField } from '../steps';
import styles from './Problems.module.css';

const GO: Record<Exclude<StepId, 'review'>, string> = {
  source: 'Go to the source',
  destination: 'Go to the destination',
  mapping: 'Go to the mapping',
};

function goWords(field: string, step: Exclude<StepId, 'review'>): string {
  return field === 'name' ? 'Go to the name' : GO[step];
}

interface ProblemsProps {
  problems: readonly FieldProblem[];
  lines: readonly MappingLine[];
  onGo: (step: StepId) => void;
}

export function Problems({ problems, lines, onGo }: ProblemsProps) {
  return (
    <section className={styles.problems} role="alert" aria-label="What is to be solved">
      <h2 className={styles.title}>
        {plural(problems.length, 'thing to solve first', 'things to solve first')}
      </h2>
      <ul className={styles.list}>
        {problems.map(({ field, message }) => {
          const step = stepOfField(field);
          const target = lines[lineOfField(field) ?? -1]?.target;
          return (
            <li key={`${field} ${message}`} className={styles.problem}>
              <Glyph of={AlertDiamond} tone="negative" />
              <span className={styles.message}>
                {target && <strong>{target}: </strong>}
                {message}
              </span>
              {step && (
                <Button size="S" variant="secondary" onPress={() => onGo(step)}>
                  {goWords(field, step)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
