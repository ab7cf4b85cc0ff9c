// The sample event as a tree: what each field holds, and whether a line uses it. Choosing one marks its line.
import { ActionButton, Picker, PickerItem, Text } from '@react-spectrum/s2';
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import Checkmark from '@react-spectrum/s2/icons/Checkmark';
import File from '@react-spectrum/s2/icons/File';
import { memo, useMemo, useState } from 'react';
import type { ExampleEvent } from '../../../api/bindings/ExampleEvent';
import type { SourceField } from '../../../api/bindings/SourceField';
import type { SourceKind } from '../../../api/bindings/SourceKind';
import { Glyph } from '../../../kit/Glyph';
import { VirtualList } from '../../../kit/VirtualList';
import { plural } from '../../../lib/number';
import type { Mark } from './marks';
import { OwnSampleDialog } from './OwnSampleDialog';
import styles from './SamplePanel.module.css';
import type { SampleChoice } from './sample';

const ROW_HEIGHT = 30;
/** Further levels are not indented any more: their names would leave the panel. */
const DEEPEST = 8;
const OWN = 'own';

const KIND_MARKS: Record<SourceKind, string> = {
  text: 'S',
  integer: '#',
  number: '#',
  boolean: '?',
  object: '{}',
  array: '[]',
  null: '∅',
};

interface SamplePanelProps {
  examples: readonly ExampleEvent[];
  sample: SampleChoice;
  text: string;
  onSample: (sample: SampleChoice) => void;
  fields: readonly SourceField[];
  warnings: readonly string[];
  marks: ReadonlyMap<string, Mark>;
  selected: string | undefined;
  onSelect: (path: string) => void;
  onMap: (path: string) => void;
}

export const SamplePanel = memo(function SamplePanel(props: SamplePanelProps) {
  const { fields: sourceFields, warnings, marks, selected, onSelect, onMap } = props;
  const unmapped = useMemo(
    () => sourceFields.filter((field) => isLeaf(field) && !marks.get(field.path)).length,
    [sourceFields, marks],
  );
  const place = sourceFields.findIndex(({ path }) => path === selected);
  const chosen = place < 0 ? undefined : sourceFields[place];
  return (
    <section className={styles.panel} aria-label="Sample event">
      <SampleHead {...props} />
      {warnings.length > 0 && (
        <p className={styles.warning} role="status">
          {warnings.join(' ')}
        </p>
      )}
      <div className={styles.list}>
        <VirtualList
          label="Fields of the sample event"
          look="tree"
          count={sourceFields.length}
          rowHeight={ROW_HEIGHT}
          chosen={place < 0 ? undefined : place}
          onChoose={(index) => {
            const field = sourceFields[index];
            if (field) onSelect(field.path);
          }}
          row={(index) => {
            const field = sourceFields[index];
            return field && <FieldItem field={field} mark={marks.get(field.path)} />;
          }}
        />
      </div>
      <footer className={styles.foot}>
        {chosen && isLeaf(chosen) && !marks.get(chosen.path) ? (
          <ActionButton size="S" onPress={() => onMap(chosen.path)}>
            {`Map ${chosen.key}`}
          </ActionButton>
        ) : (
          <OwnSample {...props} />
        )}
        <span className={styles.count}>{plural(unmapped, 'not mapped', 'not mapped')}</span>
      </footer>
    </section>
  );
});

function SampleHead({ examples, sample, onSample }: SamplePanelProps) {
  const items = examples.map(({ id, label }) => ({ id, label }));
  if (sample.kind === 'own') items.push({ id: OWN, label: 'My own sample' });
  const known = items.some(({ id }) => sample.kind === 'example' && id === sample.id);
  const key = sample.kind === 'own' ? OWN : known ? sample.id : (items[0]?.id ?? null);
  return (
    <header className={styles.head}>
      <h2 className={styles.title}>Sample event</h2>
      <Picker
        aria-label="Sample event"
        isQuiet
        size="S"
        align="end"
        menuWidth={240}
        items={items}
        selectedKey={key}
        onSelectionChange={(id) => {
          if (id !== OWN && id !== null) onSample({ kind: 'example', id: String(id) });
        }}
      >
        {({ id, label }) => <PickerItem id={id}>{label}</PickerItem>}
      </Picker>
    </header>
  );
}

function OwnSample({ text, sample, onSample }: SamplePanelProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActionButton isQuiet size="S" onPress={() => setOpen(true)}>
        <File />
        <Text>Use my own sample</Text>
      </ActionButton>
      <OwnSampleDialog
        isOpen={open}
        onClose={() => setOpen(false)}
        startText={sample.kind === 'own' ? text : ''}
        onTake={(own) => onSample({ kind: 'own', text: own })}
      />
    </>
  );
}

function FieldItem({ field, mark }: { field: SourceField; mark: Mark }) {
  const leaf = isLeaf(field);
  return (
    <span
      className={styles.item}
      title={field.path}
      style={{ paddingInlineStart: 10 + Math.min(field.depth, DEEPEST) * 14 }}
    >
      <span className={styles.kind} aria-hidden="true">
        {KIND_MARKS[field.kind]}
      </span>
      <span className={styles.key} data-leaf={leaf || undefined}>
        {field.key}
      </span>
      <span className={styles.preview}>{field.preview}</span>
      <span className={styles.mark}>
        {leaf && <span className={styles.unseen}>{markWords(mark)}</span>}
        {mark === 'good' && <Glyph of={Checkmark} size={14} tone="positive" />}
        {mark === 'warning' && <Glyph of={AlertTriangle} size={14} tone="notice" />}
        {mark === 'error' && <Glyph of={AlertDiamond} size={14} tone="negative" />}
      </span>
    </span>
  );
}

function isLeaf({ kind }: SourceField): boolean {
  return kind !== 'object' && kind !== 'array';
}

function markWords(mark: Mark): string {
  switch (mark) {
    case 'good':
      return 'mapped';
    case 'warning':
      return 'mapped, with a warning';
    case 'error':
      return 'mapped, with an error';
    case undefined:
      return 'not mapped';
  }
}
