// How each line of the status table looks. The words and sentences come with the data; only the look is ours.

export type Tone = 'positive' | 'notice' | 'negative' | 'informative' | 'neutral';
export type StatusIcon =
  | 'check'
  | 'triangle'
  | 'diamond'
  | 'clock'
  | 'clock-pending'
  | 'moon'
  | 'pause'
  | 'pencil'
  | 'spinner'
  | 'question';

interface StatusLook {
  tone: Tone;
  icon: StatusIcon;
  /** Whether "Only problems" keeps it. */
  problem: boolean;
  /** Worst first when sorted by status. */
  rank: number;
}

export const STATUS_LOOK = {
  failing: { tone: 'negative', icon: 'diamond', problem: true, rank: 0 },
  some_lost: { tone: 'notice', icon: 'triangle', problem: true, rank: 1 },
  healthy_with_gaps: { tone: 'notice', icon: 'triangle', problem: true, rank: 2 },
  quiet: { tone: 'notice', icon: 'moon', problem: true, rank: 3 },
  no_events_yet: { tone: 'notice', icon: 'clock-pending', problem: true, rank: 4 },
  unknown: { tone: 'neutral', icon: 'question', problem: false, rank: 5 },
  changing: { tone: 'informative', icon: 'spinner', problem: false, rank: 6 },
  working: { tone: 'informative', icon: 'clock', problem: false, rank: 7 },
  waiting_for_first_run: { tone: 'neutral', icon: 'clock-pending', problem: false, rank: 8 },
  healthy: { tone: 'positive', icon: 'check', problem: false, rank: 9 },
  draft: { tone: 'neutral', icon: 'pencil', problem: false, rank: 10 },
  off: { tone: 'neutral', icon: 'pause', problem: false, rank: 11 },
} as const satisfies Record<string, StatusLook>;

export type StatusName = keyof typeof STATUS_LOOK;

/** The word for each line, where no dataflow says it, such as in a filter. */
export const STATUS_WORDS: Record<StatusName, string> = {
  failing: 'Failing',
  some_lost: 'Some events lost',
  healthy_with_gaps: 'Healthy, with gaps',
  quiet: 'Quiet',
  no_events_yet: 'No events yet',
  unknown: 'Unknown',
  changing: 'Changing…',
  working: 'Working',
  waiting_for_first_run: 'Waiting for the first run',
  healthy: 'Healthy',
  draft: 'Draft',
  off: 'Off',
};

export function isProblem(status: StatusName): boolean {
  return STATUS_LOOK[status].problem;
}
