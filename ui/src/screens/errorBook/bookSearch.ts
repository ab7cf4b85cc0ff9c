// What the address says about the error book: words to search for, and the code that is looked at.

export interface BookSearch {
  q?: string;
  /** A code as a service prints it, such as `1404-412`. */
  code?: string;
  /** Whose code it is; the same number means different things in different services. */
  service?: string;
}

/** Codes of digits arrive as numbers. */
function word(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function parseBookSearch(raw: Record<string, unknown>): BookSearch {
  const [q, code, service] = [word(raw.q), word(raw.code), word(raw.service)];
  return { ...(q && { q }), ...(code && { code }), ...(service && { service }) };
}
