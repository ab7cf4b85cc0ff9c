// Received = ingested + failed, said as a sum; and how long the run took.
import type { RunDetail } from '../../api/bindings/RunDetail';
import { FigureCard, FigureCards } from '../../kit/FigureCards';
import { countOrDash, formatCount, formatRate, NOT_REPORTED } from '../../lib/number';
import { formatBytes } from '../../lib/size';
import { clockTime, dateInSentence } from '../../lib/time';
import { tookWords } from './runView';

const HOUR = 3_600_000;

export function RunSum({ detail, now }: { detail: RunDetail; now: number }) {
  const { run, balance, bytesIn } = detail;
  const { received, ingested, failed } = run.counts;
  const rest = run.state === 'in_progress' ? 'the run is under way' : NOT_REPORTED;
  return (
    <FigureCards>
      <FigureCard
        name="Received"
        value={countOrDash(received)}
        note={
          received === undefined ? rest : bytesIn === undefined ? 'events' : `events, ${formatBytes(bytesIn)}`
        }
      />
      <FigureCard
        name="Ingested"
        value={countOrDash(ingested)}
        note={ingested === undefined ? rest : `${formatRate(ingested, received)} of received`}
      />
      <FigureCard
        name="Failed"
        value={countOrDash(failed)}
        note={failed === undefined ? rest : 'events'}
        tone={(failed ?? 0) === 0 ? undefined : failed === received ? 'all' : 'some'}
      />
      <FigureCard
        name="Unaccounted for"
        value={countOrDash(balance === undefined ? undefined : Math.abs(balance))}
        note={sumWords(balance, rest)}
        tone={balance === undefined || balance === 0 ? undefined : 'some'}
      />
      <FigureCard name="Took" value={tookWords(run)} note={timesOf(detail, now)} />
    </FigureCards>
  );
}

function sumWords(balance: number | undefined, rest: string): string {
  if (balance === undefined) return rest;
  if (balance === 0) return 'received = ingested + failed';
  return balance > 0 ? 'neither ingested nor failed' : `${formatCount(-balance)} more came out than went in`;
}

function timesOf({ run: { startedAt, completedAt } }: RunDetail, now: number): string {
  if (startedAt === undefined) return 'times not reported';
  if (completedAt === undefined) return `began ${dateInSentence(startedAt, now)}`;
  if (completedAt < startedAt) return 'its end is before its beginning';
  const long = completedAt - startedAt > 3 * HOUR ? ', longer than usual' : '';
  return `${clockTime(startedAt)} to ${clockTime(completedAt)}${long}`;
}
