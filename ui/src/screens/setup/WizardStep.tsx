// What every step of the wizard gets, and the frame in which it stands: the content that scrolls, and the line
// at the foot with Back, Continue and the reason why Continue is off.
import type { ReactNode } from 'react';
import type { FieldProblem } from '../../api/bindings/FieldProblem';
import type { ReplacementForm } from '../../api/bindings/ReplacementForm';
import type { SetupDefaults } from '../../api/bindings/SetupDefaults';
import { SteadyButton } from '../../kit/SteadyButton';
import { WizardFoot } from '../../kit/WizardFoot';
import styles from './setup.module.css';
import type { RecipeUse } from './useRecipe';
import type { SourceChange } from './useSourceChange';
import type { Values } from './values';

export interface StepProps {
  defaults: SetupDefaults;
  values: Values;
  change: (part: Partial<Values>) => void;
  /** Starts from another source. */
  sources: SourceChange;
  /** Starts from a recipe. */
  recipe: RecipeUse;
  /** What the last review found. */
  problems: readonly FieldProblem[];
  /** The dataflow that the new one shall replace. */
  replaces: ReplacementForm | undefined;
  /** Above the content, on every step: what is replaced, a draft that came back. */
  notice: ReactNode;
  onBack: (() => void) | undefined;
  onContinue: () => void;
}

interface WizardStepProps {
  notice?: ReactNode;
  onBack: (() => void) | undefined;
  /** Between Back and Continue: why it is off, or what to know. */
  note?: ReactNode;
  next: ReactNode;
  /** `fill` gives the content the whole height and lets it scroll by itself. */
  look?: 'page' | 'fill';
  children: ReactNode;
}

export function WizardStep({ notice, onBack, note, next, look = 'page', children }: WizardStepProps) {
  return (
    <div className={styles.step}>
      {notice}
      <div className={styles.content} data-look={look}>
        {children}
      </div>
      <WizardFoot back={onBack && { label: 'Back', onPress: onBack }} note={note} action={next} />
    </div>
  );
}

interface ContinueProps {
  label: string;
  /** Off, with the reason beside it. */
  reason: string | undefined;
  onContinue: () => void;
}

export function ContinueButton({ label, reason, onContinue }: ContinueProps) {
  return (
    <SteadyButton variant="accent" isDisabled={reason !== undefined} onPress={onContinue}>
      {label}
    </SteadyButton>
  );
}
