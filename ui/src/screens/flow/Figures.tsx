// Five figures of the window. What the platform did not report is said so; only a failure has a colour. While they are
// read, their places are kept, and where that failed.
import type { FlowRuns } from '../../api/bindings/FlowRuns';
import { FigureCard, FigureCards } from '../../kit/FigureCards';
import { countOrDash, formatCount, formatRate, NOT_REPORTED, NOTHING, plural } from '../../lib/number';
import { formatBytes } from '../../lib/size';
import { formatDuration } from '../../lib/time';

export function Figures({ runs, failed: unread }: { runs: FlowRuns | undefined; failed: boolean }) {
  if (!runs) return unread ? <Unread /> : <Reading />;
  const { counts, ended, unreported, bytes, ingestedShare, median, p95 } = runs.figures;
  const { received, ingested, failed } = counts;
  return (
    <FigureCards>
      <FigureCard
        name="Received"
        value={countOrDash(received)}
        note={noteOf(received, ended, bytes === undefined ? 'events' : `events, ${formatBytes(bytes)}`)}
      />
      <FigureCard
        name="Ingested"
        value={countOrDash(ingested)}
        note={noteOf(ingested, ended, runsWords(ended, unreported))}
      />
      <FigureCard
        name="Failed"
        value={countOrDash(failed)}
        note={noteOf(failed, ended, failedWords(runs))}
        tone={(failed ?? 0) === 0 ? undefined : failed === received ? 'all' : 'some'}
      />
      <FigureCard
        name="Ingested rate"
        value={formatRate(ingestedShare, ingestedShare === undefined ? undefined : 1)}
        note={ingestedShare === undefined ? 'nothing was received' : 'of what was received'}
      />
      <FigureCard
        name="Typical run"
        value={median === undefined ? NOTHING : formatDuration(median)}
        note={p95 === undefined ? 'no run has ended' : `19 of 20 within ${formatDuration(p95)}`}
      />
    </FigureCards>
  );
}

function runsWords(ended: number, unreported: number): string {
  const words = `in ${plural(ended, 'run', 'runs')}`;
  return unreported === 0 ? words : `${words}, ${formatCount(unreported)} without numbers`;
}

function failedWords({ figures: { balance = 0 }, failures }: FlowRuns): string {
  if (balance > 0) return `and ${formatCount(balance)} unaccounted for`;
  if (balance < 0) return `${formatCount(-balance)} more came out than in`;
  return failures.length === 0 ? 'events' : plural(failures.length, 'cause', 'causes');
}

function noteOf(value: number | undefined, ended: number, words: string): string {
  if (value !== undefined) return words;
  return ended === 0 ? 'no run has ended' : NOT_REPORTED;
}

const NAMES = ['Received', 'Ingested', 'Failed', 'Ingested rate', 'Typical run'];

/** The problem itself stands where the chart would be. */
function Unread() {
  return (
    <FigureCards>
      {NAMES.map((name) => (
        <FigureCard key={name} name={name} value={NOTHING} note="could not be read" />
      ))}
    </FigureCards>
  );
}

function Reading() {
  return (
    <FigureCards isBusy>
      {NAMES.map((name) => (
        <FigureCard key={name} name={name} value={undefined} note="reading…" />
      ))}
    </FigureCards>
  );
}
