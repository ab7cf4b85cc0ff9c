// How far a test event is known to have come, as four marks on a line. It never says more than is known: an
// answer of the endpoint means received, and a run that lost events does not say which.
import type { TestEvent } from '../../api/bindings/TestEvent';
import { formatCount, plural } from '../../lib/number';
import { formatBytes } from '../../lib/size';

export type MarkState = 'done' | 'running' | 'ahead' | 'notice' | 'failed';

export interface Mark {
  name: string;
  state: MarkState;
  text: string;
}

const ANSWER_WITHIN_MS = 60_000;

/** The request has ended without an answer: whether the event arrived, nobody can say. */
export function isUnanswered({ stage, sentAt }: TestEvent, now: number): boolean {
  return stage.kind === 'sent' && now - sentAt > ANSWER_WITHIN_MS;
}

/** `now` is that of the session's clock. */
export function trackerMarks(event: TestEvent, dataset: string | undefined, now: number): Mark[] {
  const sent = mark('Sent', 'done', `${event.label}, ${formatBytes(event.bytes)}`);
  const accepted = mark('Accepted', 'done', 'Received, not yet ingested');
  const inRun = mark('In a run', 'running', 'Usually within 1 to 2 hours');
  const ingested = mark('Ingested', 'ahead', dataset ? `In ${dataset}` : 'In the dataset');
  const { stage } = event;
  switch (stage.kind) {
    case 'sent':
      return [
        sent,
        isUnanswered(event, now)
          ? mark('No answer', 'notice', 'It may or may not have arrived')
          : mark('Accepted', 'running', 'Waiting for an answer'),
        { ...inRun, state: 'ahead' },
        ingested,
      ];
    case 'refused':
      return [
        sent,
        mark('Not accepted', 'failed', stage.problem.title),
        { ...inRun, state: 'ahead' },
        ingested,
      ];
    case 'accepted':
      return [sent, accepted, inRun, ingested];
    case 'in_run':
      return [
        sent,
        accepted,
        mark('In a run', 'done', 'The run is not finished'),
        { ...ingested, state: 'running' },
      ];
    case 'ingested':
      return [
        sent,
        mark('Accepted', 'done', 'Received'),
        mark('In a run', 'done', `With ${plural(stage.received, 'event', 'events')}`),
        { ...ingested, state: 'done' },
      ];
    case 'uncertain': {
      const { received, ingested: kept, failed } = stage.counts;
      return [
        sent,
        mark('Accepted', 'done', 'Received'),
        mark('In a run', 'done', runWords(received, failed)),
        kept === 0 && received !== undefined && received > 0
          ? mark('Not ingested', 'failed', 'None of that run was')
          : mark('Perhaps ingested', 'notice', 'Adobe does not say which failed'),
      ];
    }
    case 'not_seen':
      return [sent, accepted, mark('Not in a run', 'notice', 'Probably dropped'), ingested];
  }
}

function runWords(received: number | undefined, failed: number | undefined): string {
  if (received === undefined) return 'Its numbers are not reported';
  const events = `${formatCount(received)} received`;
  return failed === undefined
    ? `${events}, failures not reported`
    : `${events}, ${formatCount(failed)} failed`;
}

function mark(name: string, state: MarkState, text: string): Mark {
  return { name, state, text };
}
