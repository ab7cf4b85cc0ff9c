// When something was, to choose from: spans up to now, or days of one's own.
import { Picker, PickerItem } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { late } from '../../kit/late';
import { daysOf, type When, WITHIN, WITHIN_WORDS, type Within } from '../../lib/when';
import styles from './DateFilter.module.css';

const DayRange = late(async () => (await import('./DayRange')).DayRange);

interface DateFilterProps {
  label: string;
  /** Shown above; otherwise the choice itself says it. */
  isLabelled?: boolean;
  size: 'S' | 'M';
  value: When | undefined;
  /** What there is to choose beside days of one's own. */
  spans?: readonly Within[];
  onChange: (when: When | undefined) => void;
}

const ANY = 'any';
const DAYS = 'days';

export function DateFilter({ label, isLabelled, size, value, spans = WITHIN, onChange }: DateFilterProps) {
  const days = daysOf(value);
  /** Days are to be chosen, and are not yet. */
  const [choosing, setChoosing] = useState(false);
  const shown = days || choosing ? DAYS : (value ?? ANY);
  const select = (key: unknown) => {
    setChoosing(key === DAYS);
    // What was chosen stays until there are days in its place.
    if (key !== DAYS) onChange(spans.find((within) => within === key));
  };
  return (
    <div className={styles.filter}>
      <Picker
        size={size}
        {...(isLabelled ? { label } : { 'aria-label': label })}
        selectedKey={shown}
        onSelectionChange={select}
        styles={style({ width: '[160px]' })}
      >
        <PickerItem id={ANY}>Any time</PickerItem>
        {spans.map((within) => (
          <PickerItem key={within} id={within}>
            {sentence(WITHIN_WORDS[within])}
          </PickerItem>
        ))}
        <PickerItem id={DAYS}>From day to day</PickerItem>
      </Picker>
      {shown === DAYS && <DayRange label={label} size={size} value={value} onChange={onChange} />}
    </div>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
