// The sample event as a tree: what each field holds, and whether a line uses it. Choosing one marks its line.
import { ActionButton, Picker, PickerItem, Text } from '@react-spectrum/s2';
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import Checkmark from '@react-spectrum/s2/icons/Checkmark';
import File from '@react-spectrum/s2/icons/File';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { ExampleEvent } from '../../../api/bindings/ExampleEvent';
import type { SourceField } from '../../../api/bindings/SourceField';
import type { SourceKind } from '../../../api/bindings/SourceKind';
import { Glyph } from '../../../kit/Glyph';
import { formatCount, plural } from '../../../lib/number';
import { readsField } from './lines';
import { OwnSampleDialog } from './OwnSampleDialog';
import styles from './SamplePanel.module.css';
import type { SampleChoice } from './sample';
import type { Mapping } from './useMapping';

/** A list of this many rows is still quick to draw; a sample of 1 MB can have tens of thousands of fields. */
const SHOWN = 300;
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
  mapping: Mapping;
  selected: string | undefined;
  onSelect: (path: string) => void;
  onMap: (path: string) => void;
}

type Mark = 'good' | 'warning' | 'error' | undefined;

export function SamplePanel(props: SamplePanelProps) {
  const { mapping, selected, onSelect, onMap } = props;
  const marks = new Map(mapping.sourceFields.map(({ path }) => [path, markOf(mapping, path)]));
  const shown = mapping.sourceFields.slice(0, SHOWN);
  const leaves = mapping.sourceFields.filter(isLeaf);
  const unmapped = leaves.filter(({ path }) => !marks.get(path)).length;
  const chosen = leaves.find(({ path }) => path === selected);
  return (
    <section className={styles.panel} aria-label="Sample event">
      <SampleHead {...props} />
      {mapping.sampleWarnings.length > 0 && (
        <p className={styles.warning} role="status">
          {mapping.sampleWarnings.join(' ')}
        </p>
      )}
      <ListBox
        aria-label="Fields of the sample event"
        className={styles.list ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selected === undefined ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [path] = keys === 'all' ? [] : [...keys];
          if (path !== undefined) onSelect(String(path));
        }}
      >
        {shown.map((field) => (
          <FieldItem key={field.path} field={field} mark={marks.get(field.path)} />
        ))}
      </ListBox>
      <footer className={styles.foot}>
        {chosen && !marks.get(chosen.path) ? (
          <ActionButton size="S" onPress={() => onMap(chosen.path)}>
            {`Map ${chosen.key}`}
          </ActionButton>
        ) : (
          <OwnSample {...props} />
        )}
        <span className={styles.count}>
          {shown.length < mapping.sourceFields.length && `first ${formatCount(SHOWN)}, `}
          {plural(unmapped, 'not mapped', 'not mapped')}
        </span>
      </footer>
    </section>
  );
}

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
    <ListBoxItem
      id={field.path}
      textValue={field.key}
      className={styles.item ?? ''}
      style={{ paddingInlineStart: 10 + field.depth * 14 }}
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
    </ListBoxItem>
  );
}

function isLeaf({ kind }: SourceField): boolean {
  return kind !== 'object' && kind !== 'array';
}

function markOf(mapping: Mapping, path: string): Mark {
  const lines = mapping.lines.filter((line) => readsField(line, path));
  if (lines.length === 0) return undefined;
  const states = lines.map((line) => mapping.verdictOf(line)?.state);
  if (states.includes('error')) return 'error';
  return states.includes('warning') ? 'warning' : 'good';
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
