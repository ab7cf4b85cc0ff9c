// What would become of an event, in words, and how it looks. The order is that of the filters.
import type { EventOutcome } from '../../api/bindings/EventOutcome';
import type { OutcomeCounts } from '../../api/bindings/OutcomeCounts';

export const OUTCOMES: readonly { id: EventOutcome; label: string; sentence: string }[] = [
  { id: 'good', label: 'Good', sentence: 'Experience Platform would ingest this event whole.' },
  {
    id: 'gaps',
    label: 'Good, with gaps',
    sentence: 'Experience Platform would ingest this event, and leave fields of its record empty.',
  },
  { id: 'lost', label: 'Would be lost', sentence: 'Experience Platform would not ingest this event.' },
  { id: 'unread', label: 'Not an event', sentence: 'This cannot be read as an event.' },
  { id: 'waiting', label: 'Not checked', sentence: 'This event has not been checked yet.' },
];

export function outcomeLabel(outcome: EventOutcome): string {
  return OUTCOMES.find(({ id }) => id === outcome)?.label ?? outcome;
}

export function outcomeSentence(outcome: EventOutcome): string {
  return OUTCOMES.find(({ id }) => id === outcome)?.sentence ?? '';
}

/** How many events a filter shows. */
export function countOf(counts: OutcomeCounts, outcome: EventOutcome | undefined): number {
  if (outcome !== undefined) return counts[outcome];
  return OUTCOMES.reduce((sum, { id }) => sum + counts[id], 0);
}
