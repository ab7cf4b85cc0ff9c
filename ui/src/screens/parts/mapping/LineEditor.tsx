// Changes one field mapping in place: what it reads, how, and where it goes. Every change shows in the preview.
import { ActionButton, Picker, PickerItem } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo, useMemo, useRef } from 'react';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import type { SourceField } from '../../../api/bindings/SourceField';
import type { TargetField } from '../../../api/bindings/TargetField';
import type { PathOption } from '../../../forms/offeredPaths';
import { PathField } from '../../../forms/PathField';
import { useInSight } from '../../../kit/useInSight';
import { useSteady } from '../../../kit/useSteady';
import { ExpressionField } from './ExpressionField';
import { KIND_NAMES } from './kinds';
import styles from './LineEditor.module.css';
import { KIND_WORDS, type SourceKindName, sourceText, withKind, withText } from './lines';
import { MomentChoice } from './MomentChoice';
import type { Mapping } from './useMapping';

const KINDS = Object.entries(KIND_WORDS).map(([id, label]) => ({ id: id as SourceKindName, label }));

interface LineEditorProps {
  id: string;
  line: MappingLine;
  mapping: Mapping;
  onChange: (line: MappingLine) => void;
  onRemove: () => void;
  onDone: () => void;
}

export function LineEditor({ id, line, mapping, onChange, onRemove, onDone }: LineEditorProps) {
  const { source, target } = line;
  const text = sourceText(source);
  const place = useRef<HTMLFieldSetElement>(null);
  useInSight(place);
  const setText = useSteady((next: string) => onChange({ ...line, source: withText(source, next) }));
  const setKind = useSteady((next: SourceKindName) => onChange({ ...line, source: withKind(source, next) }));
  const remove = useSteady(onRemove);
  const done = useSteady(onDone);
  const setTarget = useSteady((next: string) => onChange({ ...line, target: next }));
  const { sourceFields, targetFields, lines } = mapping;
  const sources = useMemo(() => sourceOptions(sourceFields), [sourceFields]);
  const moment = useMemo(
    () => momentOf(sourceFields, line, mapping.targets),
    [sourceFields, line, mapping.targets],
  );
  const options = useMemo(() => targetOptions(targetFields), [targetFields]);
  // Which targets are taken changes with the targets of the other lines, not with each letter of a source.
  const taken = lines.map((other) => other.target).join('\n');
  const targets = useMemo(() => {
    const others = new Set(taken.split('\n'));
    return options.filter(({ path }) => path === target || !others.has(path));
  }, [options, taken, target]);
  return (
    <fieldset
      ref={place}
      id={id}
      className={styles.editor}
      data-kind={source.kind}
      aria-label="Change field mapping"
    >
      {source.kind === 'expression' ? (
        <ExpressionField value={text} onChange={setText} fields={mapping.sourceFields} />
      ) : (
        <PathField
          label="From the event"
          value={text}
          options={sources}
          onChange={setText}
          autoFocus={text === ''}
        />
      )}
      <HowPicker kind={source.kind} onChange={setKind} />
      <PathField
        label="To the record"
        value={target}
        options={targets}
        onChange={setTarget}
        autoFocus={text !== '' && target === ''}
      />
      {moment && (
        <MomentChoice
          field={moment}
          source={source}
          onChange={(next) => onChange({ ...line, source: next })}
        />
      )}
      <EditorActions onRemove={remove} onDone={done} />
    </fieldset>
  );
}

interface EditorActionsProps {
  onRemove: () => void;
  onDone: () => void;
}

const EditorActions = memo(function EditorActions({ onRemove, onDone }: EditorActionsProps) {
  return (
    <div className={styles.actions}>
      <ActionButton size="S" isQuiet onPress={onRemove}>
        Remove field mapping
      </ActionButton>
      <ActionButton size="S" onPress={onDone}>
        Close
      </ActionButton>
    </div>
  );
});

interface HowPickerProps {
  kind: SourceKindName;
  onChange: (kind: SourceKindName) => void;
}

/** Not drawn anew while a path is typed beside it. */
const HowPicker = memo(function HowPicker({ kind, onChange }: HowPickerProps) {
  return (
    <Picker
      label="How"
      items={KINDS}
      selectedKey={kind}
      onSelectionChange={(chosen) => {
        const next = KINDS.find(({ id }) => id === chosen);
        if (next) onChange(next.id);
      }}
      styles={style({ width: 'full' })}
    >
      {(item) => <PickerItem id={item.id}>{item.label}</PickerItem>}
    </Picker>
  );
});

/** The field that a line takes, if it may be a moment and a date is wanted, or nothing in particular yet. */
function momentOf(
  fields: readonly SourceField[],
  { source, target }: MappingLine,
  targets: Mapping['targets'],
): SourceField | undefined {
  if (source.kind === 'expression' || source.path === '') return undefined;
  const wanted = targets.get(target)?.kind ?? 'date_time';
  if (wanted !== 'date_time') return undefined;
  return fields.find(({ path, moment }) => path === source.path && moment !== undefined);
}

function sourceOptions(fields: readonly SourceField[]): PathOption[] {
  return fields.map(({ path, kind, preview }) => ({
    path,
    about: kind === 'object' || kind === 'array' ? `${preview}, whole` : preview,
  }));
}

function targetOptions(fields: readonly TargetField[]): PathOption[] {
  return fields.map(({ path, title, kind, required, identity }) => {
    const marks = [...(required ? ['required'] : []), ...(identity ? ['identity'] : [])];
    return { path, about: [title, KIND_NAMES[kind], ...marks].join(' · ') };
  });
}
