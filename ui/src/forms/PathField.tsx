// A path of a field, chosen from those that are known or typed by hand. Of thousands only some are offered at a time:
// typing narrows them.
import { ComboBox, ComboBoxItem, Text } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { offeredPaths, type PathOption } from './offeredPaths';

interface PathFieldProps {
  label: string;
  value: string;
  options: readonly PathOption[];
  onChange: (path: string) => void;
  autoFocus: boolean;
}

export function PathField({ label, value, options, onChange, autoFocus }: PathFieldProps) {
  return (
    <ComboBox
      label={label}
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      items={offeredPaths(options, value)}
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
