// What Connect asks for, and how its values become the argument of a check.
import type { CheckConnection } from '../../api/bindings/CheckConnection';
import type { CheckStep } from '../../api/bindings/CheckStep';
import type { CheckStepId } from '../../api/bindings/CheckStepId';
import type { Environment } from '../../api/bindings/Environment';
import type { Profile } from '../../api/bindings/Profile';
import type { SecretInput } from '../../api/bindings/SecretInput';

export interface ConnectValues {
  organization: string;
  clientId: string;
  /** Client secret or access token; emptied as soon as it has been handed over. */
  secret: string;
  name: string;
  environment: { kind: 'adobe' | 'custom'; platformUrl: string; signInUrl: string };
}

export const CONNECT_FIELDS = [
  'organization',
  'clientId',
  'secret',
  'name',
  'environment.platformUrl',
  'environment.signInUrl',
] as const;

const EMPTY: ConnectValues = {
  organization: '',
  clientId: '',
  secret: '',
  name: 'My organisation',
  environment: { kind: 'adobe', platformUrl: '', signInUrl: '' },
};

/** What the form starts with: a saved sign-in without its secret, or what the dev host suggests. */
export function startValues(suggested: Environment | undefined, known: Profile | undefined): ConnectValues {
  const { organization, clientId, name } = known ?? EMPTY;
  const at = known?.environment ?? suggested;
  const environment = at?.kind === 'custom' ? at : EMPTY.environment;
  return { ...EMPTY, organization, clientId, name, environment };
}

/** Where the secret is, besides in the field. */
export interface KeptSecret {
  /** Of a credential file that was read and not yet used. */
  handle?: string;
  /** Of the last check: it still holds the secret that it was given. */
  checkId?: string;
}

export type SecretKind = 'secret' | 'token';

export function secretInput(typed: string, kind: SecretKind, kept: KeptSecret): SecretInput {
  if (typed !== '' || (kept.handle === undefined && kept.checkId === undefined)) {
    return kind === 'token' ? { kind: 'access_token', token: typed } : { kind: 'typed', secret: typed };
  }
  if (kept.handle !== undefined) return { kind: 'from_file', handle: kept.handle };
  return { kind: 'same_as', checkId: kept.checkId ?? '' };
}

export function environmentOf({ kind, platformUrl, signInUrl }: ConnectValues['environment']): Environment {
  return kind === 'adobe' ? { kind } : { kind, platformUrl, signInUrl };
}

export function checkArgs(
  values: ConnectValues,
  kind: SecretKind,
  kept: KeptSecret,
  sandbox: string | undefined,
): CheckConnection {
  return {
    organization: values.organization,
    clientId: values.clientId,
    secret: secretInput(values.secret, kind, kept),
    environment: environmentOf(values.environment),
    ...(sandbox === undefined ? {} : { sandbox }),
  };
}

/** What a check vouches for: once one of these changes, its ticks say nothing any more. */
export function fingerprint(
  { organization, clientId, environment }: ConnectValues,
  kind: SecretKind,
): string {
  return JSON.stringify([organization.trim(), clientId.trim(), environmentOf(environment), kind]);
}

export const STEP_TITLES: Record<CheckStepId, string> = {
  sign_in: 'Sign-in',
  sandboxes: 'Sandboxes',
  schemas: 'Schemas',
  datasets: 'Datasets',
  sources: 'Sources and dataflows',
  mappings: 'Mappings',
  pendo: 'Pendo',
};

/** What will be looked at, before anything is. */
export const STEPS_AHEAD: readonly CheckStep[] = [
  { id: 'sign_in', state: 'waiting', summary: 'Adobe accepts this credential' },
  { id: 'sandboxes', state: 'waiting', summary: 'Which sandboxes it may use' },
  { id: 'schemas', state: 'waiting', summary: 'It may look at schemas' },
  { id: 'datasets', state: 'waiting', summary: 'It may look at datasets' },
  { id: 'sources', state: 'waiting', summary: 'It may look at sources and dataflows' },
  { id: 'mappings', state: 'waiting', summary: 'It may look at mappings' },
  { id: 'pendo', state: 'waiting', summary: 'Your organisation is offered Pendo' },
];
