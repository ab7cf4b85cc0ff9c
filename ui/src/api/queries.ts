// Everything that is read, as query options. A key names the session first (what belongs to one sign-in and
// sandbox never shows in another), then the command, then its argument.
import { queryOptions } from '@tanstack/react-query';
import { batched } from './batch';
import type { FlowDay } from './bindings/FlowDay';
import type { RunWindow } from './bindings/RunWindow';
import { call } from './call';
import { type KnownFlows, takeIn } from './flowList';
import {
  appStateInterval,
  checkInterval,
  flowListInterval,
  restingInterval,
  type Surroundings,
} from './polling';

/** Keys of what belongs to no session. */
export const KEYS = {
  appState: ['get_app_state'],
  profiles: ['list_profiles'],
  setups: ['list_setups'],
  deletions: ['list_deletions'],
  checks: ['get_connection_check'],
  session: (session: string) => ['session', session] as const,
} as const;

export function appStateQuery() {
  return queryOptions({
    queryKey: KEYS.appState,
    queryFn: () => call('get_app_state'),
    refetchInterval: (query) => appStateInterval(query.state.data),
  });
}

export function profilesQuery() {
  return queryOptions({ queryKey: KEYS.profiles, queryFn: () => call('list_profiles') });
}

export function connectionCheckQuery(checkId: string) {
  return queryOptions({
    queryKey: [...KEYS.checks, checkId],
    queryFn: () => call('get_connection_check', { checkId }),
    refetchInterval: (query) => checkInterval(query.state.data),
    staleTime: 0,
  });
}

export function flowsKey(session: string) {
  return [...KEYS.session(session), 'list_flows'] as const;
}

/** The list of dataflows: the first read takes what is known, later ones what changed since. */
export function flowsQuery(session: string, around: Surroundings) {
  const queryKey = flowsKey(session);
  return queryOptions({
    queryKey,
    queryFn: async ({ client }): Promise<KnownFlows> => {
      const known = client.getQueryData<KnownFlows>(queryKey);
      const resting = known !== undefined && !known.more && (known.complete || known.problem !== undefined);
      const reply = await call('list_flows', {
        refresh: resting,
        ...(known && { cursor: known.cursor }),
      });
      return takeIn(known, reply);
    },
    // Rows that did not change are the same objects already; comparing ten thousand of them is not for nothing.
    structuralSharing: false,
    refetchInterval: (query) => flowListInterval(query.state.data, around),
    refetchIntervalInBackground: true,
  });
}

const DAYS_PER_CALL = 50;
const GATHER_MS = 60;

const readDay = batched<FlowDay>(
  async (flowIds) => new Map((await call('get_flow_days', { flowIds })).map((day) => [day.flowId, day])),
  { limit: DAYS_PER_CALL, waitMs: GATHER_MS },
);

export const FLOW_DAYS = 'get_flow_days';

/** The last 24 hours of one row in view; rows that ask at the same time share a call. */
export function flowDayQuery(session: string, flowId: string, around: Surroundings) {
  return queryOptions({
    queryKey: [...KEYS.session(session), FLOW_DAYS, flowId],
    queryFn: async () => (await readDay(flowId)) ?? null,
    refetchInterval: restingInterval(around),
  });
}

export function flowQuery(session: string, flowId: string, around: Surroundings) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_flow', flowId],
    queryFn: () => call('get_flow', { flowId }),
    refetchInterval: restingInterval(around),
  });
}

/** The runs of a dataflow in a window of time. What the last window showed stays while another is read. */
export function flowRunsQuery(session: string, flowId: string, window: RunWindow, around: Surroundings) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_flow_runs', flowId, window],
    queryFn: () =>
      call('get_flow_runs', { flowId, window, utcOffsetMinutes: -new Date().getTimezoneOffset() }),
    placeholderData: (shown, query) => (query?.queryKey[3] === flowId ? shown : undefined),
    refetchInterval: restingInterval(around),
  });
}

/** One run: what has ended does not change any more. */
export function runQuery(session: string, runId: string, around: Surroundings) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_run', runId],
    queryFn: () => call('get_run', { runId }),
    refetchInterval: (query) =>
      query.state.data?.run.state === 'in_progress' ? restingInterval(around) : false,
  });
}

/** The events of a run that failed. Read when asked for, and forgotten as soon as nobody looks: they are personal. */
export function failedEventsQuery(session: string, runId: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_failed_events', runId],
    queryFn: () => call('get_failed_events', { runId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
