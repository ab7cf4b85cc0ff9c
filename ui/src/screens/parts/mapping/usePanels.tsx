// The panels of the workbench, linked by one selection: a field, its line, its place in the schema and in the record.
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ExampleEvent } from '../../../api/bindings/ExampleEvent';
import type { FieldProblem } from '../../../api/bindings/FieldProblem';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { useSteady } from '../../../kit/useSteady';
import type { TreeHandle } from '../../../kit/VirtualTree';
import type { Naming } from './LinesMenu';
import { LinesPanel } from './LinesPanel';
import { readsField } from './lines';
import { fillsOf, marksOf } from './marks';
import { newLine } from './newLine';
import type { Front, PanelSet, TargetName } from './Panels';
import { RecordPanel } from './RecordPanel';
import { SamplePanel } from './SamplePanel';
import { SchemaPanel } from './SchemaPanel';
import { type SampleChoice, sampleText } from './sample';
import type { TargetNode } from './targetTree';
import type { Mapping } from './useMapping';

interface PanelsProps {
  examples: readonly ExampleEvent[];
  sample: SampleChoice;
  onSample: (sample: SampleChoice) => void;
  /** What the last check of the whole said. */
  problems: readonly FieldProblem[];
  onLines: (lines: readonly MappingLine[]) => void;
  mapping: Mapping;
  naming: Naming;
}

export function usePanels(props: PanelsProps): PanelSet {
  const { examples, sample, onSample, problems, onLines, mapping, naming } = props;
  const { lines, sourceFields, targetFields, verdictOf } = mapping;
  const chosen = useSelection(mapping);
  const [open, setOpen] = useState<number | undefined>(undefined);
  const [target, setTarget] = useState<TargetName>('record');
  const [front, setFront] = useState<Front>('lines');
  const trees = { sample: useRef<TreeHandle>(null), schema: useRef<TreeHandle>(null) };

  /** A new line, chosen; one that lacks a side opens to be finished. */
  const add = (line: MappingLine) => {
    onLines([...lines, line]);
    chosen.choose(lines.length, line);
    const half = line.target === '' || (line.source.kind === 'field' && line.source.path === '');
    setOpen(half ? lines.length : undefined);
    if (half) setFront('lines');
  };
  const show = (next: Front, sight: TargetName = target) => {
    setFront(next);
    setTarget(sight);
  };
  const pick = useSteady((path: string) => {
    chosen.selectField(path);
    chosen.setPicked(path);
    show('target', 'schema');
    window.requestAnimationFrame(() => trees.schema.current?.focus());
  });
  const backToSample = () => {
    chosen.setPicked(undefined);
    setFront('sample');
    window.requestAnimationFrame(() => trees.sample.current?.focus());
  };
  const cancel = useSteady(backToSample);
  /** What stood where the schema shows itself to a field that is held. */
  const hidden = useRef(target);
  const drag = useSteady((path: string) => {
    hidden.current = target;
    pick(path);
  });
  const letGo = useSteady(() => {
    // One that found its place looks for none any more.
    if (chosen.picked === undefined) return;
    setTarget(hidden.current);
    backToSample();
  });
  const place = useSteady((node: TargetNode) => {
    const field = sourceFields.find(({ path }) => path === chosen.picked);
    if (!field) return;
    add(newLine(field, node));
    backToSample();
  });
  const fill = useSteady((path: string) => add({ source: { kind: 'field', path: '' }, target: path }));
  const takeSample = useSteady(onSample);
  const retry = useSteady(mapping.retry);
  // What the other panels say of the lines may follow a moment later than the letters.
  const settled = useDeferredValue(lines);
  const working = useDeferredValue(mapping.working);
  const marks = useMemo(() => marksOf(sourceFields, settled, verdictOf), [sourceFields, settled, verdictOf]);
  const fills = useMemo(() => fillsOf(targetFields, settled, verdictOf), [targetFields, settled, verdictOf]);
  return {
    target,
    front,
    onFront: show,
    sample: (
      <SamplePanel
        examples={examples}
        sample={sample}
        text={sampleText(sample, examples)}
        onSample={takeSample}
        events={mapping.events}
        fields={sourceFields}
        warnings={mapping.sampleWarnings}
        marks={marks}
        selected={chosen.field}
        onSelect={chosen.selectField}
        onPick={pick}
        onDrag={drag}
        onLetGo={letGo}
        treeRef={trees.sample}
      />
    ),
    lines: (
      <LinesPanel
        mapping={mapping}
        problems={problems}
        selected={chosen.line}
        open={open}
        onSelect={chosen.selectLine}
        onOpen={setOpen}
        onLines={onLines}
        onAdd={() => add({ source: { kind: 'field', path: '' }, target: '' })}
        naming={naming}
      />
    ),
    schema: (
      <SchemaPanel
        fields={targetFields}
        fills={fills}
        selected={chosen.target}
        onSelect={chosen.selectTarget}
        picked={chosen.picked}
        onPlace={place}
        onCancel={cancel}
        onFill={fill}
        treeRef={trees.schema}
      />
    ),
    record: (
      <RecordPanel
        preview={mapping.preview}
        working={working}
        previewError={mapping.previewError}
        retry={retry}
        target={chosen.target}
      />
    ),
  };
}

/** One selection over all panels: whichever is chosen in one, the others show what belongs to it. */
function useSelection({ lines, sourceFields }: Mapping) {
  const [line, setLine] = useState<number | undefined>(undefined);
  const [field, setField] = useState<string | undefined>(undefined);
  const [target, setTarget] = useState<string | undefined>(undefined);
  const [picked, setPicked] = useState<string | undefined>(undefined);
  const choose = (index: number | undefined, chosen: MappingLine | undefined) => {
    setLine(index);
    setTarget(chosen?.target);
    setField(chosen && sourceFields.find(({ path }) => readsField(chosen, path))?.path);
  };
  const selectField = useSteady((path: string) => {
    const index = lines.findIndex((one) => readsField(one, path));
    setField(path);
    setLine(index < 0 ? undefined : index);
    setTarget(lines[index]?.target);
  });
  const selectTarget = useSteady((path: string) => {
    const index = lines.findIndex((one) => one.target === path);
    if (index >= 0) choose(index, lines[index]);
    else setLine(undefined);
    setTarget(path);
  });
  const selectLine = (index: number | undefined) =>
    choose(index, index === undefined ? undefined : lines[index]);
  return { line, field, target, picked, setPicked, choose, selectField, selectTarget, selectLine };
}
