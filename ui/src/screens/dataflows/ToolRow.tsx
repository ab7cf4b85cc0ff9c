// Search, "Only problems", filters with one chip each, how many match, and which columns show.
import { SearchField, Text, ToggleButton } from '@react-spectrum/s2';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RefObject } from 'react';
import { formatCount, plural } from '../../lib/number';
import { ColumnsMenu } from './ColumnsMenu';
import { FilterChips } from './FilterChips';
import { FilterMenu } from './FilterMenu';
import { chipsOf } from './filters';
import type { ListedFlow } from './rows';
import styles from './ToolRow.module.css';
import type { ListView } from './useListView';

interface ToolRowProps {
  ref: RefObject<HTMLDivElement | null>;
  view: ListView;
  flows: readonly ListedFlow[];
  problemCount: number;
  judgedCount: number;
  /** Absent while nothing is filtered. */
  matchCount: number | undefined;
}

export function ToolRow({ ref, view, flows, problemCount, judgedCount, matchCount }: ToolRowProps) {
  const chips = chipsOf(view.wish.filters);
  return (
    <div className={styles.place} ref={ref}>
      <div className={styles.row}>
        <SearchField
          aria-label="Search dataflows"
          placeholder="Search names, sources, IDs"
          value={view.wish.q}
          onChange={view.searchFor}
          styles={style({ width: 260, minWidth: 120, flexShrink: 1 })}
        />
        <ToggleButton
          isSelected={view.wish.problems}
          onChange={view.onlyProblems}
          isDisabled={problemCount === 0 && !view.wish.problems}
          styles={style({ flexShrink: 0 })}
        >
          <AlertTriangle />
          <Text>{problemCount === 0 ? 'No problems' : `Only problems ${formatCount(problemCount)}`}</Text>
        </ToggleButton>
        <FilterMenu view={view} flows={flows} count={chips.length} />
        <span className={styles.matches} aria-live="polite">
          {matchCount !== undefined && matchWords(matchCount)}
        </span>
        <ColumnsMenu hidden={view.hidden} onHide={view.hide} />
      </div>
      {chips.length > 0 && <FilterChips chips={chips} onRemove={view.remove} onClear={view.clear} />}
      {view.wish.problems && <p className={styles.judged}>{judgedWords(judgedCount, flows.length)}</p>}
    </div>
  );
}

function matchWords(count: number): string {
  if (count === 0) return 'No matches';
  return `${formatCount(count)} ${count === 1 ? 'matches' : 'match'}`;
}

/** What "Only problems" could look at: numbers are read for the rows that were in view. */
function judgedWords(judged: number, all: number): string {
  if (judged === all)
    return `All ${plural(all, 'dataflow', 'dataflows')} judged with the numbers of their runs.`;
  const rest = all - judged;
  return `${formatCount(judged)} of ${formatCount(all)} judged with the numbers of their runs; ${formatCount(rest)} by how the last run ended alone, since their numbers are read as they come into view.`;
}
