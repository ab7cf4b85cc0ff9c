// The sample event as a tree: what each field holds, and whether a line uses it. Choosing one marks its line; Enter, or
// dragging it, takes it over to the schema. One that is let go on the way stays where it was.
import { ActionButton, Picker, PickerItem, Text } from '@react-spectrum/s2';
import FileIcon from '@react-spectrum/s2/icons/File';
import { memo, type Ref, useMemo, useState } from 'react';
import type { ExampleEvent } from '../../../api/bindings/ExampleEvent';
import type { SourceField } from '../../../api/bindings/SourceField';
import { type TreeHandle, VirtualTree } from '../../../kit/VirtualTree';
import { formatCount, plural } from '../../../lib/number';
import { whyTooLarge } from '../../../lib/size';
import { KIND_NAMES } from './kinds';
import { MarkGlyph } from './MarkGlyph';
import type { Mark } from './marks';
import { OwnSampleDialog } from './OwnSampleDialog';
import styles from './SamplePanel.module.css';
import type { SampleChoice } from './sample';
import { TreeItem } from './TreeItem';

const OWN = 'own';

interface SamplePanelProps {
  examples: readonly ExampleEvent[];
  sample: SampleChoice;
  text: string;
  onSample: (sample: SampleChoice) => void;
  /** Names of the events of the sample. */
  events: readonly string[];
  fields: readonly SourceField[];
  warnings: readonly string[];
  marks: ReadonlyMap<string, Mark>;
  selected: string | undefined;
  onSelect: (path: string) => void;
  /** It looks for its place in the schema. */
  onPick: (path: string) => void;
  /** The same, while it is held. */
  onDrag: (path: string) => void;
  /** It is held no more, wherever that was. */
  onLetGo: () => void;
  treeRef: Ref<TreeHandle>;
}

export const SamplePanel = memo(function SamplePanel(props: SamplePanelProps) {
  const { fields, warnings, marks, selected, onSelect, onPick, onDrag, onLetGo, treeRef } = props;
  const { examples, sample, text, onSample, events } = props;
  const [start, setStart] = useState<Start>();
  const unmapped = useMemo(
    () => fields.filter((field) => isLeaf(field) && !field.absent && !marks.get(field.path)).length,
    [fields, marks],
  );
  const chosen = useMemo(() => fields.find(({ path }) => path === selected), [fields, selected]);
  return (
    <section
      className={styles.panel}
      aria-label="Sample event"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        if (!file) return;
        event.preventDefault();
        void startFromFile(file).then(setStart);
      }}
    >
      <SampleHead examples={examples} sample={sample} onSample={onSample} events={events} />
      {warnings.length > 0 && (
        <p className={styles.warning} role="status">
          {warnings.join(' ')}
        </p>
      )}
      <div className={styles.list}>
        <VirtualTree
          ref={treeRef}
          label="Fields of the sample event"
          items={fields}
          chosen={selected}
          onChoose={(field) => onSelect(field.path)}
          onTake={(field) => onPick(field.path)}
          row={(field) => <FieldItem field={field} mark={marks.get(field.path)} />}
          rowProps={(field) => ({
            draggable: true,
            onDragStart: (event) => {
              event.dataTransfer.setData('text/plain', field.path);
              event.dataTransfer.effectAllowed = 'link';
              onDrag(field.path);
            },
            onDragEnd: onLetGo,
          })}
        />
      </div>
      <footer className={styles.foot}>
        {chosen && !marks.get(chosen.path) ? (
          <ActionButton size="S" onPress={() => onPick(chosen.path)}>
            {`Map ${chosen.key}`}
          </ActionButton>
        ) : (
          <ActionButton
            isQuiet
            size="S"
            onPress={() => setStart({ text: sample.kind === 'own' ? text : '' })}
          >
            <FileIcon />
            <Text>Use my own sample</Text>
          </ActionButton>
        )}
        <span className={styles.count}>{plural(unmapped, 'not mapped', 'not mapped')}</span>
      </footer>
      <OwnSampleDialog
        isOpen={start !== undefined}
        onClose={() => setStart(undefined)}
        startText={start?.text ?? ''}
        startRefusal={start?.refusal}
        onTake={(own) => onSample({ kind: 'own', text: own, event: 0 })}
      />
    </section>
  );
});

type SampleHeadProps = Pick<SamplePanelProps, 'examples' | 'sample' | 'onSample' | 'events'>;

/** Not drawn anew while the marks of the fields change. */
const SampleHead = memo(function SampleHead({ examples, sample, onSample, events }: SampleHeadProps) {
  const items = examples.map(({ id, label }) => ({ id, label }));
  if (sample.kind === 'own') items.push({ id: OWN, label: 'My own sample' });
  const known = items.some(({ id }) => sample.kind === 'example' && id === sample.id);
  const key = sample.kind === 'own' ? OWN : known ? sample.id : (items[0]?.id ?? null);
  return (
    <header>
      <div className={styles.head}>
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
      </div>
      {sample.kind === 'own' && events.length > 1 && (
        <EventChoice
          events={events}
          event={sample.event ?? 0}
          onEvent={(event) => onSample({ ...sample, event })}
        />
      )}
    </header>
  );
});

interface EventChoiceProps {
  events: readonly string[];
  event: number;
  onEvent: (event: number) => void;
}

/** Which of several events the values are of; the fields are those of all. */
function EventChoice({ events, event, onEvent }: EventChoiceProps) {
  const items = events.map((label, index) => ({ id: String(index), label }));
  return (
    <div className={styles.events}>
      <Picker
        aria-label="Event of the sample"
        isQuiet
        size="S"
        menuWidth={240}
        items={items}
        selectedKey={String(event)}
        onSelectionChange={(id) => onEvent(Number(id))}
      >
        {({ id, label }) => <PickerItem id={id}>{label}</PickerItem>}
      </Picker>
      <span className={styles.count}>{`fields of ${formatCount(events.length)} events`}</span>
    </div>
  );
}

/** What the dialog for an own sample starts with. */
interface Start {
  text: string;
  refusal?: string | undefined;
}

/** A file is not read before its size has been looked at. */
async function startFromFile(file: File): Promise<Start> {
  const refusal = whyTooLarge(file.size);
  return refusal === undefined ? { text: await file.text() } : { text: '', refusal };
}

const FieldItem = memo(function FieldItem({ field, mark }: { field: SourceField; mark: Mark }) {
  const { path, key, kind, preview, otherKinds = [], absent = false, moment } = field;
  const kinds = [kind, ...otherKinds].map((one) => KIND_NAMES[one]).join(' or ');
  const hint = [path, kinds, ...(moment ? [`${moment[moment.unit]}, read as ${moment.unit}`] : [])];
  return (
    <TreeItem
      kinds={[kind, ...otherKinds]}
      name={key}
      isLeaf={isLeaf(field)}
      isAbsent={absent}
      hint={hint.join('\n')}
    >
      <span className={styles.preview} data-absent={absent || undefined}>
        {absent ? 'not in this event' : preview}
      </span>
      <MarkGlyph mark={mark} words={isLeaf(field) ? (mark ? 'mapped' : 'not mapped') : undefined} />
    </TreeItem>
  );
});

function isLeaf({ kind }: SourceField): boolean {
  return kind !== 'object' && kind !== 'array';
}
