// What the address says about connecting: whose sign-in is renewed, if it is a saved one.

export interface ConnectSearch {
  /** Id of a saved sign-in: all but its secret is filled in. */
  profile?: string;
}

export function connectSearch(raw: Record<string, unknown>): ConnectSearch {
  return typeof raw.profile === 'string' && raw.profile !== '' ? { profile: raw.profile } : {};
}
