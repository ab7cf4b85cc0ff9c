// One line of text of a form: Spectrum's field bound to a value, with the message that belongs to it.
import { TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type Control, Controller, type FieldPath, type FieldValues } from 'react-hook-form';

interface TextInputProps<V extends FieldValues> {
  control: Control<V>;
  name: FieldPath<V>;
  label: string;
  description?: string;
  placeholder?: string;
  /** Hides what is typed; pasting stays possible. */
  secret?: boolean;
  autoFocus?: boolean;
}

export function TextInput<V extends FieldValues>(props: TextInputProps<V>) {
  const { control, name, label, description, placeholder, secret = false, autoFocus = false } = props;
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <TextField
          label={label}
          {...(description ? { description } : {})}
          {...(placeholder ? { placeholder } : {})}
          type={secret ? 'password' : 'text'}
          autoComplete="off"
          spellCheck="false"
          autoFocus={autoFocus}
          name={field.name}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          ref={(input) => field.ref(input ? { focus: () => input.focus() } : null)}
          isInvalid={fieldState.invalid}
          errorMessage={fieldState.error?.message ?? ''}
          validationBehavior="aria"
          styles={style({ width: 'full' })}
        />
      )}
    />
  );
}
