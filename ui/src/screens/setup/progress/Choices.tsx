// Resume, Undo, Leave as is: each with what it does. Undo and making something again are asked once more.
import { AlertDialog, Button, DialogContainer } from '@react-spectrum/s2';
import { useState } from 'react';
import type { Setup } from '../../../api/bindings/Setup';
import { Card } from '../../../kit/Card';
import { UndoDialog } from '../../parts/UndoDialog';
import { useWhyNoWrite } from '../../parts/useWhyNoWrite';
import { WhyNoWrite } from '../../parts/WhyNoWrite';
import styles from './Choices.module.css';
import type { useChoices } from './useChoices';
import { type ChoiceWords, objectsMade } from './view';

interface ChoicesProps extends ReturnType<typeof useChoices> {
  setup: Setup;
  choices: readonly ChoiceWords[];
}

export function Choices({ setup, choices, run, isPending }: ChoicesProps) {
  // Where an administrator must act first, the text for them is what to press.
  const forwarded = setup.cause?.detail?.administratorText !== undefined && setup.state === 'stopped';
  const noWrite = useWhyNoWrite() !== undefined;
  const [asking, setAsking] = useState<'undo' | 'create_again' | undefined>(undefined);
  const press = (choice: ChoiceWords['choice']) => {
    if (choice === 'undo' || choice === 'create_again') setAsking(choice);
    else run[choice]();
  };
  return (
    <Card title="What now">
      <WhyNoWrite />
      <ul className={styles.choices}>
        {choices.map(({ choice, label, text }, index) => (
          <li key={choice} className={styles.choice}>
            <Button
              variant={index === 0 && !forwarded ? 'accent' : 'secondary'}
              isDisabled={isPending || (noWrite && choice !== 'leave')}
              onPress={() => press(choice)}
            >
              {label}
            </Button>
            <span className={styles.text}>{text}</span>
          </li>
        ))}
      </ul>
      <DialogContainer onDismiss={() => setAsking(undefined)}>
        {asking === 'undo' && (
          <UndoDialog
            sandbox={setup.sandbox}
            made={objectsMade(setup).length}
            isBlocked={noWrite}
            onUndo={run.undo}
          />
        )}
        {asking === 'create_again' && (
          <AlertDialog
            variant="warning"
            title="Make it again?"
            primaryActionLabel="Make it again"
            cancelLabel="Do not make it"
            isPrimaryActionDisabled={noWrite}
            onPrimaryAction={run.create_again}
          >
            If it exists after all, there will be two. Look in Experience Platform first.
          </AlertDialog>
        )}
      </DialogContainer>
    </Card>
  );
}
