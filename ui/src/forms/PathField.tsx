// A path of a field, chosen from those that are known or typed by hand.
import { ComboBox, ComboBoxItem, Text } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

export interface PathOption {
  path: string;
  /** A line below the path: what it holds, or its title and type. */
  about: string;
}

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
      defaultItems={options}
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
