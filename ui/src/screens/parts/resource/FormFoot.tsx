// The end of a form: what was refused as a whole, the buttons, and why they are off. On a page of its own all of it stays
// in sight, however long the form is.
import { Button, ButtonGroup } from '@react-spectrum/s2';
import type { AppError } from '../../../api/bindings/AppError';
import { CallProblem } from '../CallProblem';
import { DraftKept, type KeptDraft } from '../DraftNotes';
import { useWhyNoWrite } from '../useWhyNoWrite';
import styles from './Form.module.css';

interface FormFootProps {
  submit: string;
  busy: boolean;
  /** Why it cannot be sent yet. */
  whyNot?: string | undefined;
  problem?: AppError | undefined;
  /** It is the end of a page, not of a card. */
  isPage?: boolean;
  draft?: KeptDraft;
  onRetry: () => void;
  onCancel: () => void;
}

export function FormFoot({ submit, busy, whyNot, problem, isPage, draft, onRetry, onCancel }: FormFootProps) {
  const offline = useWhyNoWrite();
  const why = offline ?? whyNot;
  return (
    <div className={styles.foot} data-page={isPage || undefined}>
      {problem && <CallProblem error={problem} onRetry={onRetry} />}
      <div className={styles.buttons}>
        <ButtonGroup>
          <Button variant="secondary" onPress={onCancel}>
            Cancel
          </Button>
          <Button variant="accent" type="submit" isDisabled={why !== undefined} isPending={busy}>
            {submit}
          </Button>
        </ButtonGroup>
        {why !== undefined && <span className={styles.reason}>{why}</span>}
        {draft && <DraftKept draft={draft} />}
      </div>
    </div>
  );
}
