// The three panels of the mapping step, linked by one selection: a field, its line, its place in the record.
import { useState } from 'react';
import type { Destination } from '../../../api/bindings/Destination';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { destinationKey, sampleText } from '../values';
import type { StepProps } from '../WizardStep';
import { LinesPanel } from './LinesPanel';
import { readsField } from './lines';
import { RecordPanel } from './RecordPanel';
import { SamplePanel } from './SamplePanel';
import type { Mapping } from './useMapping';

type Wizard = Pick<StepProps, 'values' | 'change' | 'defaults' | 'problems'>;

export function usePanels(
  { values, change, defaults, problems }: Wizard,
  destination: Destination,
  mapping: Mapping,
) {
  const [selected, setSelected] = useState<number | undefined>(undefined);
  const [open, setOpen] = useState<number | undefined>(undefined);
  const [field, setField] = useState<string | undefined>(undefined);

  const setLines = (lines: readonly MappingLine[]) =>
    change({ lines: { ...values.lines, [destinationKey(destination)]: [...lines] } });
  const selectLine = (index: number | undefined) => {
    setSelected(index);
    setField(index === undefined ? undefined : fieldOf(mapping, index));
  };
  const selectField = (path: string) => {
    setField(path);
    const index = mapping.lines.findIndex((line) => readsField(line, path));
    setSelected(index < 0 ? undefined : index);
  };
  const addLine = (path: string) => {
    setLines([...mapping.lines, { source: { kind: 'field', path }, target: '' }]);
    setSelected(mapping.lines.length);
    setOpen(mapping.lines.length);
    setField(path);
  };
  return {
    sample: (
      <SamplePanel
        defaults={defaults}
        sample={values.sample}
        text={sampleText(values.sample, defaults)}
        onSample={(sample) => change({ sample })}
        mapping={mapping}
        selected={field}
        onSelect={selectField}
        onMap={addLine}
      />
    ),
    lines: (
      <LinesPanel
        mapping={mapping}
        problems={problems}
        selected={selected}
        open={open}
        onSelect={selectLine}
        onOpen={setOpen}
        onLines={setLines}
        onAdd={() => addLine('')}
      />
    ),
    record: (
      <RecordPanel mapping={mapping} target={selected === undefined ? '' : mapping.lines[selected]?.target} />
    ),
  };
}

function fieldOf(mapping: Mapping, index: number): string | undefined {
  const line = mapping.lines[index];
  return line && mapping.sourceFields.find(({ path }) => readsField(line, path))?.path;
}
