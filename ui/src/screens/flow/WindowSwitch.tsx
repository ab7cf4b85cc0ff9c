// Which time the page shows; it stands in the address.

import { type CalendarDate, parseDate } from '@internationalized/date';
import { DateRangePicker, SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { WINDOW_WORDS, WINDOWS, type WindowSearch } from './runWindow';
import styles from './WindowSwitch.module.css';

const FLOW = '/dataflows/$flowId';

export function WindowSwitch({ now }: { now: number }) {
  const search = useSearch({ from: FLOW });
  const { flowId } = useParams({ from: FLOW });
  const navigate = useNavigate();
  const [choosing, setChoosing] = useState(search.window === 'custom');
  const go = ({ window, from, to }: WindowSearch) =>
    void navigate({
      to: FLOW,
      params: { flowId },
      search: ({ tab }) => ({
        ...(tab && { tab }),
        ...(window && { window }),
        ...(from && { from }),
        ...(to && { to }),
      }),
      replace: true,
    });
  const select = (key: unknown) => {
    const window = WINDOWS.find((id) => id === key);
    setChoosing(window === 'custom');
    if (window && window !== 'custom') go({ window });
  };
  const value =
    search.from && search.to ? { start: parseDate(search.from), end: parseDate(search.to) } : null;
  return (
    <div className={styles.switch}>
      <SegmentedControl
        aria-label="Time shown"
        selectedKey={choosing ? 'custom' : (search.window ?? '7d')}
        onSelectionChange={select}
      >
        {WINDOWS.map((id) => (
          <SegmentedControlItem key={id} id={id}>
            {WINDOW_WORDS[id].short}
          </SegmentedControlItem>
        ))}
      </SegmentedControl>
      {choosing && (
        <DateRangePicker
          aria-label="First and last day"
          size="S"
          value={value}
          maxValue={dayOf(now)}
          onChange={(range) =>
            range && go({ window: 'custom', from: range.start.toString(), to: range.end.toString() })
          }
        />
      )}
    </div>
  );
}

function dayOf(ms: number): CalendarDate {
  const day = new Date(ms);
  const two = (number: number) => String(number).padStart(2, '0');
  return parseDate(`${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`);
}
