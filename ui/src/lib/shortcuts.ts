// What the shortcuts dialog lists.
export const SHORTCUTS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['N'], does: 'New dataflow' },
  { keys: ['R'], does: 'Refresh the list' },
  { keys: ['/'], does: 'Search' },
  { keys: ['↑', '↓'], does: 'Move between dataflows' },
  { keys: ['Home', 'End'], does: 'First or last dataflow' },
  { keys: ['Enter'], does: 'Open the dataflow' },
  { keys: ['Space'], does: 'Show its properties' },
  { keys: ['Esc'], does: 'Close the properties' },
  { keys: ['?'], does: 'These shortcuts' },
];
