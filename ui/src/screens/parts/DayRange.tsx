// From one day to another. On its own, because its calendars are fetched only when somebody wants days of their own.
import { parseDate } from '@internationalized/date';
import { DateRangePicker } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type DaySpan, daysOf, type When } from '../../lib/when';

interface DayRangeProps {
  label: string;
  size: 'S' | 'M';
  value: When | undefined;
  onChange: (span: DaySpan) => void;
}

export function DayRange({ label, size, value, onChange }: DayRangeProps) {
  const days = daysOf(value);
  return (
    <DateRangePicker
      size={size}
      styles={size === 'S' ? style({ width: '[220px]' }) : style({ width: '[264px]' })}
      aria-label={`${label}: first and last day`}
      value={days ? { start: parseDate(days.first), end: parseDate(days.last) } : null}
      onChange={(range) => range && onChange(`${range.start.toString()}..${range.end.toString()}`)}
    />
  );
}
