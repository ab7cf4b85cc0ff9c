// The three panels of the workbench, linked by one selection: a field, its line, its place in the record.
import { useDeferredValue, useMemo, useState } from 'react';
import type { ExampleEvent } from '../../../api/bindings/ExampleEvent';
import type { FieldProblem } from '../../../api/bindings/FieldProblem';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { useSteady } from '../../../kit/useSteady';
import { LinesPanel } from './LinesPanel';
import { readsField } from './lines';
import { marksOf } from './marks';
import { RecordPanel } from './RecordPanel';
import { SamplePanel } from './SamplePanel';
import { type SampleChoice, sampleText } from './sample';
import type { Mapping } from './useMapping';

interface PanelsProps {
  examples: readonly ExampleEvent[];
  sample: SampleChoice;
  onSample: (sample: SampleChoice) => void;
  /** What the last check of the whole said. */
  problems: readonly FieldProblem[];
  onLines: (lines: readonly MappingLine[]) => void;
  mapping: Mapping;
  naming: { name: string; flowId?: string };
}

export function usePanels(props: PanelsProps) {
  const { examples, sample, onSample, problems, onLines, mapping, naming } = props;
  const [selected, setSelected] = useState<number | undefined>(undefined);
  const [open, setOpen] = useState<number | undefined>(undefined);
  const [field, setField] = useState<string | undefined>(undefined);

  const selectLine = (index: number | undefined) => {
    setSelected(index);
    setField(index === undefined ? undefined : fieldOf(mapping, index));
  };
  const selectField = useSteady((path: string) => {
    setField(path);
    const index = mapping.lines.findIndex((line) => readsField(line, path));
    setSelected(index < 0 ? undefined : index);
  });
  const addLine = useSteady((path: string) => {
    onLines([...mapping.lines, { source: { kind: 'field', path }, target: '' }]);
    setSelected(mapping.lines.length);
    setOpen(mapping.lines.length);
    setField(path);
  });
  const takeSample = useSteady(onSample);
  const retry = useSteady(mapping.retry);
  const { lines, sourceFields, verdictOf } = mapping;
  // The marks may follow a moment later than the letters.
  const settled = useDeferredValue(lines);
  const marks = useMemo(() => marksOf(sourceFields, settled, verdictOf), [sourceFields, settled, verdictOf]);
  return {
    sample: (
      <SamplePanel
        examples={examples}
        sample={sample}
        text={sampleText(sample, examples)}
        onSample={takeSample}
        fields={sourceFields}
        warnings={mapping.sampleWarnings}
        marks={marks}
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
        onLines={onLines}
        onAdd={() => addLine('')}
        naming={naming}
      />
    ),
    record: (
      <RecordPanel
        preview={mapping.preview}
        working={mapping.working}
        previewError={mapping.previewError}
        retry={retry}
        target={selected === undefined ? '' : lines[selected]?.target}
      />
    ),
  };
}

function fieldOf(mapping: Mapping, index: number): string | undefined {
  const line = mapping.lines[index];
  return line && mapping.sourceFields.find(({ path }) => readsField(line, path))?.path;
}
