// What a deletion says in its bar and in its dialog. Pure.
import type { Deletion } from '../../../api/bindings/Deletion';
import type { DeletionRow } from '../../../api/bindings/DeletionRow';
import type { RemovalState } from '../../../api/bindings/RemovalState';
import type { Step, StepState } from '../../../kit/StepList';
import { plural } from '../../../lib/number';
import { KIND_WORDS } from './words';

/** Whole seconds; the last one counts until it is over. */
export function secondsLeft(undoLeftMs: number, passedMs: number): number {
  return Math.max(0, Math.ceil((undoLeftMs - passedMs) / 1000));
}

/** Dataflows that were changed since the plan: they have to be looked at again. */
export function changedIds({ rows }: Deletion): string[] {
  return rows.flatMap(({ state, flowId }) => (state === 'changed' && flowId !== undefined ? [flowId] : []));
}

/** The deletion in a sentence or two. */
export function barWords(deletion: Deletion, seconds: number): string {
  const { rows, state, kind, problem, webhooks } = deletion;
  const [first] = rows;
  const one = rows.length === 1 && first ? first : undefined;
  const things = kind === 'dataflows' ? ['dataflow', 'dataflows'] : ['object', 'objects'];
  const many = plural(rows.length, things[0] ?? '', things[1] ?? '');
  const name = one ? `“${one.name}”` : many;
  const done = rows.filter((row) => row.state === 'done').length;
  const places = new Intl.ListFormat('en').format(webhooks.map(({ source }) => source));
  const webhook = places && ` Now turn off ${one ? 'its webhook' : 'their webhooks'} in ${places}.`;
  switch (state) {
    case 'waiting':
      return `${name} ${rows.length === 1 ? 'is' : 'are'} deleted in ${seconds} s.`;
    case 'running':
    case 'stopping': {
      const far = one ? '' : `: ${done} of ${rows.length} done`;
      return `Deleting ${name}${far}.${state === 'stopping' ? ' Stopping after the one under way.' : ''}`;
    }
    case 'stopped': {
      const why = problem ?? rows.find((row) => row.problem)?.problem;
      const far = one ? `${name}: ${one.sentence}` : `${done} of ${many} deleted.`;
      return `${far}${why ? ` ${why.title}.` : ''}${webhook}`;
    }
    case 'done':
      return `${doneWords(deletion, one, many)}${webhook}`;
    case 'undone':
    case 'lapsed':
      return 'Nothing was deleted.';
  }
}

function doneWords({ rows }: Deletion, one: DeletionRow | undefined, many: string): string {
  if (one) return `“${one.name}”: ${one.sentence}`;
  const changed = rows.filter(({ state }) => state === 'changed').length;
  const done = rows.length - changed;
  if (changed === 0) return `${many}: deleted and checked.`;
  const rest = `${changed} ${changed === 1 ? 'was' : 'were'} changed meanwhile and stay`;
  return `${done} of ${many} deleted and checked. ${rest}${changed === 1 ? 's' : ''}.`;
}

const TICKS: Record<RemovalState, StepState> = {
  waiting: 'waiting',
  running: 'running',
  removed: 'passed',
  already_gone: 'removed',
  left_behind: 'stays',
  stays: 'skipped',
  failed: 'failed',
};

/** The objects of a row as steps with ticks. `moving`: somebody works on the deletion. */
export function objectSteps({ objects }: DeletionRow, moving: boolean): Step[] {
  return objects.map(({ kind, id, name, state, sentence }) => ({
    id: `${kind} ${id}`,
    title: `${KIND_WORDS[kind]} “${name}”`,
    state: state === 'running' && !moving ? 'unclear' : TICKS[state],
    summary: sentence,
  }));
}

/** The tick of a whole row. */
export function rowTick({ state, objects }: DeletionRow): StepState {
  switch (state) {
    case 'waiting':
      return 'waiting';
    case 'running':
      return 'running';
    case 'failed':
      return 'failed';
    case 'changed':
      return 'stays';
    case 'done':
      return objects.some((object) => object.state === 'left_behind') ? 'stays' : 'passed';
  }
}
