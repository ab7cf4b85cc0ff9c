// Search and "Only problems", with how many match.
import { SearchField, Text, ToggleButton } from '@react-spectrum/s2';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RefObject } from 'react';
import { formatCount } from '../../lib/number';
import styles from './ToolRow.module.css';
import type { useListView } from './useListView';

interface ToolRowProps {
  ref: RefObject<HTMLDivElement | null>;
  view: ReturnType<typeof useListView>;
  problemCount: number;
  /** Absent while nothing is filtered. */
  matchCount: number | undefined;
}

export function ToolRow({ ref, view, problemCount, matchCount }: ToolRowProps) {
  return (
    <div className={styles.row} ref={ref}>
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
      <span className={styles.matches} aria-live="polite">
        {matchCount !== undefined && matchWords(matchCount)}
      </span>
    </div>
  );
}

function matchWords(count: number): string {
  if (count === 0) return 'None matches';
  return `${formatCount(count)} ${count === 1 ? 'matches' : 'match'}`;
}
