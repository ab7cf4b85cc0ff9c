// Copies a text and says so in its own label, and once to a screen reader.
import { ActionButton, Button, Text, Tooltip, TooltipTrigger } from '@react-spectrum/s2';
import Checkmark from '@react-spectrum/s2/icons/Checkmark';
import Copy from '@react-spectrum/s2/icons/Copy';
import { useCopy } from './clipboard';
import { SaidAloud } from './SaidAloud';

const WORDS = { idle: '', copied: 'Copied', failed: 'Copying failed' } as const;

interface CopyButtonProps {
  text: string;
  /** "Copy webhook address": what a screen reader and the tooltip say. */
  label: string;
}

/** Only an icon, for the end of a field. */
export function CopyIconButton({ text, label }: CopyButtonProps) {
  const { state, copy } = useCopy();
  return (
    <>
      <TooltipTrigger>
        <ActionButton isQuiet size="S" aria-label={label} onPress={() => copy(text)}>
          {state === 'copied' ? <Checkmark /> : <Copy />}
        </ActionButton>
        <Tooltip>{WORDS[state] || label}</Tooltip>
      </TooltipTrigger>
      <SaidAloud text={WORDS[state]} />
    </>
  );
}

interface CopyTextButtonProps extends CopyButtonProps {
  variant?: 'primary' | 'secondary' | 'accent';
  size?: 'S' | 'M' | 'L' | 'XL';
}

/** A button with its words, where copying is what to do next. */
export function CopyTextButton({ text, label, variant = 'secondary', size = 'S' }: CopyTextButtonProps) {
  const { state, copy } = useCopy();
  return (
    <>
      <Button variant={variant} size={size} onPress={() => copy(text)}>
        {state === 'copied' ? <Checkmark /> : <Copy />}
        <Text>{WORDS[state] || label}</Text>
      </Button>
      <SaidAloud text={WORDS[state]} />
    </>
  );
}
