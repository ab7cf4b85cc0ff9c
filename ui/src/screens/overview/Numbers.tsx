// Five figures of the sandbox. What the platform did not report is said so; only a failure has a colour.
import type { Overview } from '../../api/bindings/Overview';
import { FigureCard, FigureCards } from '../../kit/FigureCards';
import { countOrDash, formatCount, formatRate, NOT_REPORTED } from '../../lib/number';
import { WINDOW_WORDS } from './windows';

export function Numbers({ overview }: { overview: Overview | undefined }) {
  const { received, ingested, failed } = overview?.total ?? {};
  const window = overview ? WINDOW_WORDS[overview.window].long : '';
  const note = (value: number | undefined, words: string) => {
    if (!overview) return '';
    return value === undefined ? `${NOT_REPORTED}, ${window}` : words;
  };
  return (
    <FigureCards isBusy={!overview}>
      <FigureCard
        name="Received"
        value={overview && countOrDash(received)}
        note={note(received, `events, ${window}`)}
      />
      <FigureCard
        name="Ingested"
        value={overview && countOrDash(ingested)}
        note={note(ingested, `${formatRate(ingested, received)} of received`)}
      />
      <FigureCard
        name="Failed"
        value={overview && countOrDash(failed)}
        note={note(failed, `${formatRate(failed, received)} of received`)}
        tone={!failed ? undefined : failed === received ? 'all' : 'some'}
      />
      <FigureCard
        name="Dataflows on"
        value={overview && formatCount(overview.on)}
        note={overview ? `of ${formatCount(overview.flows)}` : ''}
      />
      <FigureCard
        name="Need attention"
        value={overview && formatCount(overview.troubled)}
        note={overview ? troubles(overview) : ''}
      />
    </FigureCards>
  );
}

/** "3 failing, 21 losing, 13 silent" */
function troubles({ statuses }: Overview): string {
  const count = (...kinds: string[]) =>
    statuses.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count: one }) => sum + one, 0);
  const parts: [number, string][] = [
    [count('failing'), 'failing'],
    [count('some_lost', 'healthy_with_gaps'), 'losing'],
    [count('quiet', 'no_events_yet'), 'silent'],
  ];
  const told = parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${formatCount(number)} ${word}`);
  return told.join(', ') || 'none';
}
