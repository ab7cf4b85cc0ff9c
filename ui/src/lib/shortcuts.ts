// What the shortcuts dialog lists.
export const SHORTCUTS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['N'], does: 'New dataflow' },
  { keys: ['R'], does: 'Refresh the list' },
  { keys: ['/'], does: 'Search' },
  { keys: ['↑', '↓'], does: 'Move between dataflows' },
  { keys: ['Home', 'End'], does: 'First or last dataflow' },
  { keys: ['Enter'], does: 'Open the dataflow' },
  { keys: ['Space'], does: 'Select it; alone, its properties show' },
  { keys: ['Shift', '↑', '↓'], does: 'Select several' },
  { keys: ['Ctrl', 'A'], does: 'Select all that match' },
  { keys: ['Esc'], does: 'Select none' },
  { keys: ['?'], does: 'These shortcuts' },
];
