// The values of a form that a source asks for, by path. Secrets leave them as soon as they are sent.
import type { AppError } from '../../api/bindings/AppError';
import type { AuthField } from '../../api/bindings/AuthField';
import type { ParamInput } from '../../api/bindings/ParamInput';

export type AuthValues = Readonly<Record<string, string>>;

/** The fields that hold a value of their own, in order. */
export function leaves(fields: readonly AuthField[]): readonly AuthField[] {
  return fields.flatMap((field) => (field.kind.kind === 'group' ? leaves(field.kind.fields) : [field]));
}

export function startingValues(fields: readonly AuthField[]): AuthValues {
  return Object.fromEntries(
    leaves(fields).map(({ path, kind, default: start }) => [
      path,
      start ?? (kind.kind === 'boolean' ? 'false' : ''),
    ]),
  );
}

function holdsSecret({ kind }: AuthField): boolean {
  return kind.kind === 'secret' || kind.kind === 'json';
}

/** The same without what nobody may see again. */
export function withoutSecrets(fields: readonly AuthField[], values: AuthValues): AuthValues {
  const kept = leaves(fields).map((field) => [
    field.path,
    holdsSecret(field) ? '' : (values[field.path] ?? ''),
  ]);
  return Object.fromEntries(kept);
}

export function isTouched(fields: readonly AuthField[], values: AuthValues): boolean {
  const start = startingValues(fields);
  return leaves(fields).some(({ path }) => values[path] !== start[path]);
}

export function toParams(fields: readonly AuthField[], values: AuthValues): ParamInput[] {
  return leaves(fields).map(({ path }) => ({ path, value: values[path] ?? '' }));
}

const PARAMS = 'params.';

export type Messages = Readonly<Record<string, string>>;

/**
 * Messages of a refusal by field; those of the source's own fields by path. A secret that was sent has to be
 * entered again whatever was refused, which its field then says.
 */
export function messagesOf(error: AppError, fields: readonly AuthField[]): Messages {
  const said = Object.fromEntries(error.fields.map(({ field, message }) => [keyOf(field), message]));
  const again = leaves(fields)
    .filter(holdsSecret)
    .map(({ path }) => [path, 'Enter this again. Inlet does not keep it.']);
  return { ...Object.fromEntries(again), ...said };
}

function keyOf(field: string): string {
  return field.startsWith(PARAMS) ? field.slice(PARAMS.length) : `form ${field}`;
}

/** The message of a field that is not the source's, such as the name. */
export function messageOf(messages: Messages, field: string): string | undefined {
  return messages[`form ${field}`];
}

/** What is left to say beside the button: a refusal that stands on no field that is shown. */
export function isOnFields(error: AppError, fields: readonly AuthField[]): boolean {
  const known = new Set(leaves(fields).map(({ path }) => `${PARAMS}${path}`));
  const shown = (field: string) => known.has(field) || ['name', 'way', 'specId'].includes(field);
  return error.fields.length > 0 && error.fields.every(({ field }) => shown(field));
}
