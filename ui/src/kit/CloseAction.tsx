// Closes what it stands in; its label says what.
import { ActionButton, Tooltip, TooltipTrigger } from '@react-spectrum/s2';
import Close from '@react-spectrum/s2/icons/Close';

export function CloseAction({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <TooltipTrigger>
      <ActionButton isQuiet aria-label={label} onPress={onPress}>
        <Close />
      </ActionButton>
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );
}
