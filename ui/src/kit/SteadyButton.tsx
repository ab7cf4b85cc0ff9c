// A button that stands still while the page around it is drawn anew with each letter typed: it is drawn again only when
// its own words or state change. A Spectrum button is some twenty components.
import { Button, type ButtonProps } from '@react-spectrum/s2';
import { memo } from 'react';
import { useSteady } from './useSteady';

interface SteadyButtonProps extends Omit<ButtonProps, 'children' | 'onPress'> {
  children: string;
  onPress: () => void;
}

export function SteadyButton({ onPress, ...look }: SteadyButtonProps) {
  return <Drawn {...look} onPress={useSteady(onPress)} />;
}

const Drawn = memo(Button);
