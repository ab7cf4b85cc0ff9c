// Which columns fit, and how wide they are. Columns fold into a second line before they disappear, in the order
// failed, source, updated, state, chart, last run, ingested; status and name always stay. Widths in px.

export type ColumnId =
  | 'status'
  | 'name'
  | 'lastRun'
  | 'day'
  | 'ingested'
  | 'failed'
  | 'source'
  | 'state'
  | 'updated';

interface ColumnWidth {
  id: ColumnId;
  wide: number;
  folded: number;
  least: number;
}

/** In the order of the screen. The name takes what is left. */
const COLUMNS: readonly ColumnWidth[] = [
  { id: 'status', wide: 152, folded: 152, least: 148 },
  { id: 'name', wide: 0, folded: 0, least: 176 },
  { id: 'lastRun', wide: 84, folded: 84, least: 76 },
  { id: 'day', wide: 100, folded: 84, least: 72 },
  { id: 'ingested', wide: 76, folded: 76, least: 68 },
  { id: 'failed', wide: 60, folded: 60, least: 48 },
  { id: 'source', wide: 120, folded: 120, least: 88 },
  { id: 'state', wide: 80, folded: 76, least: 76 },
  { id: 'updated', wide: 84, folded: 72, least: 72 },
];

const HIDES: readonly ColumnId[] = ['failed', 'source', 'updated', 'state', 'day', 'lastRun', 'ingested'];

/** What a person may do without; status and name say what a row is. */
export const HIDEABLE: readonly ColumnId[] = [
  'lastRun',
  'day',
  'ingested',
  'failed',
  'source',
  'state',
  'updated',
];

const GAP = 8;
const CHECK = 20;
/** Both ends, and the boxes that select. */
const ENDS = 32 + CHECK + GAP;

export interface Layout {
  columns: readonly ColumnId[];
  /** For grid-template-columns. */
  template: string;
  /** Failed and source have folded: rows carry a second line. */
  twoLines: boolean;
  chartWidth: number;
}

/** `unwanted` are columns that a person does not want to see: they do not fold, they are absent. */
export function layoutColumns(available: number, unwanted: readonly ColumnId[] = []): Layout {
  const hidden = new Set<ColumnId>(unwanted);
  const folded = new Set<ColumnId>();
  const shown = () => COLUMNS.filter(({ id }) => !hidden.has(id));
  const need = (columns: readonly ColumnWidth[], of: 'wide' | 'folded' | 'least') =>
    columns.reduce((sum, column) => sum + (column.id === 'name' ? column.least : column[of]), 0) +
    GAP * (columns.length - 1) +
    ENDS;

  for (const id of HIDES) {
    // Only the name may be cut short: rather a second line than narrow columns.
    if (need(shown(), id === 'failed' ? 'wide' : 'least') <= available) break;
    hidden.add(id);
    folded.add(id);
    // Failed and source fold together: a row has a second line or it has none.
    if (id === 'failed') hidden.add('source');
  }
  const columns = shown();
  const twoLines = folded.has('failed');
  const roomy = twoLines ? 'folded' : 'wide';
  const widths = need(columns, roomy) <= available ? roomy : 'least';
  return {
    columns: columns.map(({ id }) => id),
    template: [
      `${CHECK}px`,
      ...columns.map((column) => (column.id === 'name' ? 'minmax(0, 1fr)' : `${column[widths]}px`)),
    ].join(' '),
    twoLines,
    chartWidth: columns.find(({ id }) => id === 'day')?.[widths] ?? 0,
  };
}
