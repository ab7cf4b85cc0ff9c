// Asks once more before a set-up is undone, on its own page and in the list alike: undo deletes at Adobe.
import { AlertDialog } from '@react-spectrum/s2';
import { plural } from '../../lib/number';

interface UndoDialogProps {
  sandbox: string;
  /** How many objects it made, where that is known. */
  made?: number;
  /** Nothing can be written now. */
  isBlocked: boolean;
  onUndo: () => void;
}

export function UndoDialog({ sandbox, made, isBlocked, onUndo }: UndoDialogProps) {
  const what = made === undefined ? 'everything' : plural(made, 'object', 'objects');
  return (
    <AlertDialog
      variant="destructive"
      title="Undo this set-up?"
      primaryActionLabel="Undo set-up"
      cancelLabel="Keep it"
      isPrimaryActionDisabled={isBlocked}
      onPrimaryAction={onUndo}
    >
      {`This removes ${what} that Inlet made in ${sandbox}${made === undefined ? ' for it' : ''}, and nothing else. What you entered is kept, so you can try again.`}
    </AlertDialog>
  );
}
