// The filters to choose from: what occurs in the list, with how often, and how long ago things were.
import { ActionButton, Checkbox, DialogTrigger, Popover, Text } from '@react-spectrum/s2';
import Filter from '@react-spectrum/s2/icons/Filter';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo } from 'react';
import { formatCount } from '../../lib/number';
import { STATUS_LOOK, STATUS_WORDS, type StatusName } from '../../lib/status';
import { whoWord } from '../../lib/terms';
import { DateFilter } from '../parts/DateFilter';
import styles from './FilterMenu.module.css';
import { DATE_WORDS, stateName, valuesOf } from './filters';
import { DATES, STATES } from './listSearch';
import type { ListedFlow } from './rows';
import type { ListView } from './useListView';

interface FilterMenuProps {
  view: ListView;
  flows: readonly ListedFlow[];
  /** How many are set. */
  count: number;
}

export function FilterMenu({ view, flows, count }: FilterMenuProps) {
  return (
    <DialogTrigger>
      <ActionButton
        aria-label={count === 0 ? 'Filters' : `Filters, ${count} set`}
        styles={style({ flexShrink: 0 })}
      >
        <Filter />
        <Text>{count === 0 ? 'Filters' : `Filters ${count}`}</Text>
      </ActionButton>
      <Popover hideArrow placement="bottom start" styles={style({ width: 560 })}>
        <Choices view={view} flows={flows} />
      </Popover>
    </DialogTrigger>
  );
}

function Choices({ view, flows }: Omit<FilterMenuProps, 'count'>) {
  const { filters } = view.wish;
  const occurring = useMemo(
    () => ({
      statuses: new Map(valuesOf(flows, ({ status }) => status.kind)),
      states: new Map(valuesOf(flows, ({ row }) => row.state.kind)),
      sources: valuesOf(flows, ({ row }) => row.source.name),
      people: valuesOf(flows, ({ row }) => row.createdBy),
    }),
    [flows],
  );
  const statuses = (Object.keys(STATUS_LOOK) as StatusName[]).map(
    (name) => [name, occurring.statuses.get(name) ?? 0] as [StatusName, number],
  );
  const states = STATES.map((name) => [name, occurring.states.get(name) ?? 0] as [typeof name, number]);
  return (
    <div className={styles.choices}>
      <Group
        title="Status"
        values={statuses}
        word={(name) => STATUS_WORDS[name]}
        chosen={filters.status}
        onChoose={(status) => view.filter({ status })}
      />
      <div className={styles.side}>
        <Group
          title="State"
          values={states}
          word={stateName}
          chosen={filters.state}
          onChoose={(state) => view.filter({ state })}
        />
        <Group
          title="Source"
          values={occurring.sources}
          word={(name) => name}
          chosen={filters.source}
          onChoose={(source) => view.filter({ source })}
        />
        <Group
          title="Created by"
          values={occurring.people}
          word={whoWord}
          chosen={filters.by}
          onChoose={(by) => view.filter({ by })}
        />
      </div>
      <div className={styles.dates}>
        {DATES.map((date) => (
          <DateFilter
            key={date}
            size="S"
            isLabelled
            label={DATE_WORDS[date]}
            value={filters[date]}
            onChange={(when) => view.filter({ [date]: when })}
          />
        ))}
      </div>
    </div>
  );
}

interface GroupProps<T extends string> {
  title: string;
  /** Each with how many rows have it. */
  values: readonly (readonly [T, number])[];
  word: (value: T) => string;
  chosen: readonly T[] | undefined;
  onChoose: (values: T[] | undefined) => void;
}

function Group<T extends string>({ title, values, word, chosen = [], onChoose }: GroupProps<T>) {
  // What is chosen stays to be unchosen, also when no row has it any more.
  const shown = values.filter(([value, count]) => count > 0 || chosen.includes(value));
  const toggle = (value: T, on: boolean) => {
    const next = on ? [...chosen, value] : chosen.filter((other) => other !== value);
    onChoose(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{title}</legend>
      <div className={styles.values}>
        {shown.map(([value, count]) => (
          <div key={value} className={styles.value}>
            <Checkbox
              size="S"
              isSelected={chosen.includes(value)}
              onChange={(on) => toggle(value, on)}
              styles={style({ minWidth: 0 })}
            >
              {word(value)}
            </Checkbox>
            <span className={styles.count}>{formatCount(count)}</span>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
