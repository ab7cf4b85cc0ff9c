// An example made fresh: sent twice as it is, it would carry the id and the time of the first one.

/** Pendo counts seconds. Anything that is not a JSON object stays as it is. */
export function freshEvent(text: string, now: number, uniqueId: string): string {
  const event = parseObject(text);
  if (!event) return text;
  const changed: Record<string, unknown> = { ...event };
  if ('uniqueId' in event) changed.uniqueId = uniqueId;
  if (typeof event.timestamp === 'number') changed.timestamp = Math.floor(now / 1000);
  return JSON.stringify(changed, null, 2);
}

/** 40 hexadecimal digits, like those of Pendo. */
export function newUniqueId(): string {
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

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
