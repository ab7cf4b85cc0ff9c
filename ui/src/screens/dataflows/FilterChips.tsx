// The filters that are set: each can be taken away, or all at once.
import { ActionButton } from '@react-spectrum/s2';
import Close from '@react-spectrum/s2/icons/Close';
import { Glyph } from '../../kit/Glyph';
import styles from './FilterChips.module.css';
import type { Chip } from './filters';

interface FilterChipsProps {
  chips: readonly Chip[];
  onRemove: (chip: Chip) => void;
  onClear: () => void;
}

export function FilterChips({ chips, onRemove, onClear }: FilterChipsProps) {
  return (
    <ul className={styles.chips} aria-label="Filters">
      {chips.map((chip) => (
        <li key={chip.label}>
          <button
            type="button"
            className={styles.chip}
            aria-label={`Remove the filter ${chip.label}`}
            onClick={() => onRemove(chip)}
          >
            {chip.label}
            <Glyph of={Close} size={14} />
          </button>
        </li>
      ))}
      <li>
        <ActionButton isQuiet size="S" onPress={onClear}>
          Clear all
        </ActionButton>
      </li>
    </ul>
  );
}
