// A few alternatives that need a sentence each: one is picked, all stay in sight. Arrow keys move the choice.
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import styles from './ChoiceCards.module.css';

export interface Choice<Id extends string> {
  id: Id;
  title: string;
  text: string;
  /** A word beside the title, such as "Recommended". */
  mark?: string;
  /** It cannot be chosen; the text says why. */
  isOff?: boolean;
}

interface ChoiceCardsProps<Id extends string> {
  label: string;
  choices: readonly Choice<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
}

export function ChoiceCards<Id extends string>({ label, choices, chosen, onChoose }: ChoiceCardsProps<Id>) {
  const pick = (value: string) => {
    const choice = choices.find(({ id }) => id === value);
    if (choice) onChoose(choice.id);
  };
  return (
    <RadioGroup aria-label={label} value={chosen} onChange={pick} className={styles.cards ?? ''}>
      {choices.map(({ id, title, text, mark, isOff = false }) => (
        <Radio key={id} value={id} isDisabled={isOff} className={styles.card ?? ''}>
          <span className={styles.dot} aria-hidden="true" />
          <span className={styles.words}>
            <span className={styles.title}>
              {title}
              {mark && <span className={styles.mark}>{mark}</span>}
            </span>
            <span className={styles.text}>{text}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
