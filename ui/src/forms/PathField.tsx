// A path of a field, chosen from those that are known or typed by hand. Of thousands only some are offered at a time:
// typing narrows them, a moment after the letters stand in the field.
import { ComboBox, ComboBoxItem, Text } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useDeferredValue, useMemo } from 'react';
import { offeredPaths, type PathOption } from './offeredPaths';

interface PathFieldProps {
  label: string;
  value: string;
  /** The same list as long as the fields are the same: what has been drawn of it stays. */
  options: readonly PathOption[];
  onChange: (path: string) => void;
  autoFocus: boolean;
}

export function PathField({ label, value, options, onChange, autoFocus }: PathFieldProps) {
  const sought = useDeferredValue(value);
  const offered = useMemo(() => offeredPaths(options, sought), [options, sought]);
  return (
    <ComboBox
      label={label}
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      items={offered}
      menuWidth={340}
      autoFocus={autoFocus}
      styles={style({ width: 'full' })}
    >
      {(option) => (
        <ComboBoxItem id={option.path} textValue={option.path}>
          <Text slot="label">{option.path}</Text>
          <Text slot="description">{option.about}</Text>
        </ComboBoxItem>
      )}
    </ComboBox>
  );
}
