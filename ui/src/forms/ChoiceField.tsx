// Picks one of many by name, with type-ahead; says while they are read, and how to go on when they cannot be.
import { ComboBox, ComboBoxItem } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { appErrorOf, problemWords } from '../api/errors';
import { ProblemPanel } from '../kit/ProblemPanel';
import styles from './ChoiceField.module.css';

interface ChoiceFieldProps<T> {
  label: string;
  description: string;
  list: UseQueryResult<T[]>;
  /** Id and name of an item. */
  idOf: (item: T) => string;
  nameOf: (item: T) => string;
  chosen: string | null;
  onChoose: (id: string | null) => void;
  error?: string | undefined;
  /** Shown when there is nothing to choose from. */
  emptyText: string;
  /** What to press then. */
  emptyAction?: ReactNode;
}

export function ChoiceField<T>(props: ChoiceFieldProps<T>) {
  const { label, description, list, idOf, nameOf, chosen, onChoose, error, emptyText, emptyAction } = props;
  if (list.error) {
    const retry = () => void list.refetch();
    return <ProblemPanel {...problemWords(appErrorOf(list.error), { retry, reload: retry })} />;
  }
  const items = (list.data ?? []).map((item) => ({ id: idOf(item), name: nameOf(item) }));
  if (list.data && items.length === 0) {
    return (
      <div className={styles.empty}>
        <p role="status">{emptyText}</p>
        {emptyAction}
      </div>
    );
  }
  // The list arrives after the field: drawn anew, it shows the name of what was chosen before. Until then nothing can
  // be typed, since it would be lost with the field that is replaced.
  return (
    <ComboBox
      key={list.data ? 'read' : 'reading'}
      label={label}
      description={description}
      placeholder={list.isPending ? 'Reading the list…' : 'Type to search'}
      loadingState={list.isPending ? 'loading' : 'idle'}
      isDisabled={list.isPending}
      defaultItems={items}
      selectedKey={chosen}
      onSelectionChange={(key) => onChoose(key === null ? null : String(key))}
      isRequired
      necessityIndicator="label"
      isInvalid={error !== undefined}
      errorMessage={error}
      styles={style({ width: 'full' })}
    >
      {(item) => (
        <ComboBoxItem id={item.id} textValue={item.name}>
          {item.name}
        </ComboBoxItem>
      )}
    </ComboBox>
  );
}
