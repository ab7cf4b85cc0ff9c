// How often to ask again, as a pure function of what was last heard. In milliseconds; false: not at all.
import type { AppState } from './bindings/AppState';
import type { ConnectionCheck } from './bindings/ConnectionCheck';
import type { Deletion } from './bindings/Deletion';
import type { Inspection } from './bindings/Inspection';
import type { Leftovers } from './bindings/Leftovers';
import type { Overview } from './bindings/Overview';
import type { Setup } from './bindings/Setup';
import type { SetupState } from './bindings/SetupState';
import type { TestEvent } from './bindings/TestEvent';
import type { KnownFlows } from './flowList';

/** Long enough for a frame between two parts of one answer. */
const AT_ONCE = 30;
const WHILE_READING = 400;
const WHILE_WORKING = 700;
const IN_FRONT = 60_000;
const IN_BACKGROUND = 300_000;
const WHILE_OUT_OF_REACH = 15_000;
const MANY_FLOWS = 200;
/** In practice mode an hour passes in seconds, so the list would be stale at once. */
const IN_PRACTICE = 5_000;

const MOVING: readonly SetupState[] = ['running', 'stopping', 'undoing'];

/** A test event is worth a closer look than a list: somebody waits for it. */
const WHILE_WATCHING = 15_000;
const WHILE_WATCHING_PRACTICE = 1_000;

export interface Surroundings {
  /** The window is in front. */
  visible: boolean;
  practice: boolean;
  /** The platform cannot be reached: nothing is asked of it but whether it is back. */
  offline: boolean;
}

type ListNews = Pick<KnownFlows, 'more' | 'complete' | 'problem'>;

/** The rest of what is known: at once. Pages still arriving: soon. Otherwise at the pace of the place. */
export function flowListInterval(list: ListNews | undefined, around: Surroundings): number | false {
  if (!list) return false;
  if (list.more) return AT_ONCE;
  if (!list.complete && !list.problem) return WHILE_READING;
  return restingInterval(around);
}

/** An overview that reads on: soon. One of many dataflows takes many requests, so it rests longer. */
export function overviewInterval(overview: Overview | undefined, around: Surroundings): number | false {
  if (!overview) return false;
  if (!overview.complete) return WHILE_READING;
  const resting = restingInterval(around);
  return resting && overview.flows > MANY_FLOWS ? IN_BACKGROUND : resting;
}

/** Stops offline; `useReachAgain` has everything read again once the platform answers. */
export function restingInterval({ visible, practice, offline }: Surroundings): number | false {
  if (offline) return false;
  if (!visible) return IN_BACKGROUND;
  return practice ? IN_PRACTICE : IN_FRONT;
}

/** How often to look whether the platform is back. */
export function reachInterval({ visible }: Surroundings): number {
  return visible ? WHILE_OUT_OF_REACH : IN_FRONT;
}

/** Ticks appear one by one until the check is done. */
export function checkInterval(check: ConnectionCheck | undefined): number | false {
  return check && !check.done ? WHILE_READING : false;
}

/** The frame changes by what is pressed in it, except while a set-up moves by itself. */
export function appStateInterval(state: AppState | undefined): number | false {
  if (!state) return false;
  return state.setups.some(({ state: setup }) => MOVING.includes(setup)) ? WHILE_WORKING : IN_FRONT;
}

/** A deletion is followed closely while it can be undone and while it runs. */
export function deletionsInterval(deletions: readonly Deletion[] | undefined): number | false {
  const moves = ({ state }: Deletion) => state === 'waiting' || state === 'running' || state === 'stopping';
  return deletions?.some(moves) ? WHILE_READING : false;
}

/** Leftovers appear while they are looked for. */
export function leftoversInterval(found: Leftovers | undefined): number | false {
  return found && !found.complete && !found.problem ? WHILE_READING : false;
}

/** Events are followed while they are looked at and while they are sent. */
export function inspectionInterval(one: Inspection | undefined): number | false {
  const moves = [one?.state, one?.sending?.state].some(
    (state) => state === 'running' || state === 'stopping',
  );
  return moves ? WHILE_READING : false;
}

/** Steps are followed closely; once it stands still, only a person moves it on. */
export function setupInterval(setup: Setup | undefined): number | false {
  return setup && MOVING.includes(setup.state) ? WHILE_READING : false;
}

/** Whether more may still become known about a test event. */
export function isFollowed(event: TestEvent): boolean {
  const { kind } = event.stage;
  return kind === 'sent' || kind === 'accepted' || kind === 'in_run';
}

/** Until it is known how a test event ended. Behind, the pace of everything else will do. */
export function testEventInterval(event: TestEvent | undefined, around: Surroundings): number | false {
  if (!event || !isFollowed(event) || around.offline) return false;
  if (!around.visible) return IN_BACKGROUND;
  return around.practice ? WHILE_WATCHING_PRACTICE : WHILE_WATCHING;
}
