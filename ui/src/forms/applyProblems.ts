// Puts the messages of a refused form on its fields. What belongs to no field of the form is given back, so that
// the screen can show it beside the button.
import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import type { AppError } from '../api/bindings/AppError';

/** True if at least one message found its field; then the first of them takes focus. */
export function applyProblems<V extends FieldValues>(
  error: AppError,
  fields: readonly FieldPath<V>[],
  setError: UseFormSetError<V>,
): boolean {
  const known = error.fields.flatMap(({ field, message }) => {
    const name = fields.find((candidate) => candidate === field);
    return name ? [{ name, message }] : [];
  });
  known.forEach(({ name, message }, place) => {
    setError(name, { type: 'server', message }, { shouldFocus: place === 0 });
  });
  return known.length > 0;
}
