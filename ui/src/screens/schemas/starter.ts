// Paths of the Pendo starter's fields.

/** The part of an XDM path below the starter's own object: `_acme.pendo.app.id` gives `app.id`. */
export function belowStarter(path: string): string | undefined {
  return /^_[^.]+\.pendo\.(.+)$/.exec(path)?.[1];
}
