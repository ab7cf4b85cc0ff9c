// The bridge between the platform's identifiers and the words on screen. One place, so that a thing has one
// name everywhere; screens take their nouns from here.

export const TERMS = {
  app: 'Inlet',
  flow: 'Dataflow',
  flows: 'Dataflows',
  baseConnection: 'Account',
  baseConnections: 'Accounts',
  sourceConnection: 'Source connection',
  targetConnection: 'Target connection',
  mappingSet: 'Mapping',
  inletUrl: 'Streaming endpoint',
  webhookUrl: 'Webhook address',
  flowRun: 'Run',
  sandbox: 'Sandbox',
  profile: 'Saved sign-in',
  profiles: 'Saved sign-ins',
  settings: 'Settings',
  received: 'Received',
  ingested: 'Ingested',
  failed: 'Failed',
  notAffiliated: 'Not affiliated with Adobe or Pendo',
} as const;

const STATE_WORDS = { on: 'On', off: 'Off', draft: 'Draft', changing: 'Changing…' } as const;

/** State of a dataflow as a word; one that this app does not know is shown as it was sent. */
export function stateWord(
  state: { kind: keyof typeof STATE_WORDS } | { kind: 'unknown'; asSent: string },
): string {
  return state.kind === 'unknown' ? `Unknown: “${state.asSent}”` : STATE_WORDS[state.kind];
}

const SANDBOX_KIND_WORDS = {
  production: 'Production',
  development: 'Development',
  practice: 'Practice',
} as const;

export type SandboxKindName = keyof typeof SANDBOX_KIND_WORDS;

export function sandboxKindWord(kind: SandboxKindName): string {
  return SANDBOX_KIND_WORDS[kind];
}

/** The title of a sandbox where it says more than its name and the word for its kind; else empty. */
export function titleBeyond(sandbox: { name: string; title: string; kind: SandboxKindName }): string {
  const { name, title, kind } = sandbox;
  const said = [name, sandboxKindWord(kind)].map((word) => word.toLowerCase());
  return said.includes(title.trim().toLowerCase()) ? '' : title.trim();
}

/** A long id, short enough for a line: "3f0d…1a60". */
export function shortId(id: string): string {
  return id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`;
}

const TECHNICAL_ACCOUNT = /@techacct\.adobe\.com$/i;

/** Who did something, as far as it helps: a technical account's address means nothing to a person. */
export function whoWord(who: string): string {
  return TECHNICAL_ACCOUNT.test(who) ? 'API sign-in' : who;
}
