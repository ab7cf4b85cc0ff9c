// An example made fresh: sent twice as it is, it would carry the id and the time of the first one.
import type { FreshField } from '../../api/bindings/FreshField';
import type { FreshForm } from '../../api/bindings/FreshForm';

type Json = Record<string, unknown>;

/** Fields that the event does not have stay away; anything that is not a JSON object stays as it is. */
export function freshEvent(text: string, now: number, fields: readonly FreshField[]): string {
  const event = parseObject(text);
  if (!event) return text;
  const changed = fields.reduce(
    (json, { path, form }) => replaceAt(json, path.split('.'), freshValue(form, now)),
    event,
  );
  return JSON.stringify(changed, null, 2);
}

function replaceAt(json: Json, [key, ...rest]: readonly string[], value: unknown): Json {
  if (key === undefined || !(key in json)) return json;
  if (rest.length === 0) return { ...json, [key]: value };
  const inner = asObject(json[key]);
  return inner ? { ...json, [key]: replaceAt(inner, rest, value) } : json;
}

function freshValue(form: FreshForm, now: number): unknown {
  switch (form) {
    case 'hex':
      return hexDigits();
    case 'uuid':
      return crypto.randomUUID();
    case 'seconds':
      return Math.floor(now / 1000);
    case 'milliseconds':
      return now;
    case 'iso':
      return new Date(now).toISOString();
  }
}

/** 40 hexadecimal digits. */
function hexDigits(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Why this text cannot be sent as an event; undefined: it can. */
export function whyNoEvent(text: string): string | undefined {
  if (text.trim() === '') return 'Write or choose an event';
  return parseObject(text)
    ? undefined
    : 'This is not a JSON object, so it is no event. Check brackets and commas.';
}

function parseObject(text: string): Json | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
