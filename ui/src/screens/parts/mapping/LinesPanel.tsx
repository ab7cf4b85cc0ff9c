// The field mappings, one row each. A row opens to be changed; its verdict stands below it.
import { ActionButton, Text } from '@react-spectrum/s2';
import Add from '@react-spectrum/s2/icons/Add';
import { memo, startTransition, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FieldProblem } from '../../../api/bindings/FieldProblem';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { useSteady } from '../../../kit/useSteady';
import { LineEditor } from './LineEditor';
import { type LineActs, LineRow } from './LineRow';
import { LinesMenu, type Naming } from './LinesMenu';
import styles from './LinesPanel.module.css';
import { lineOfField } from './lines';
import { keepRow, rowIdOf } from './rowIds';
import type { Mapping } from './useMapping';

/** As many as a window has room for. */
const FIRST = 30;

interface LinesPanelProps {
  mapping: Mapping;
  problems: readonly FieldProblem[];
  selected: number | undefined;
  open: number | undefined;
  onSelect: (index: number | undefined) => void;
  onOpen: (index: number | undefined) => void;
  onLines: (lines: readonly MappingLine[]) => void;
  onAdd: () => void;
  naming: Naming;
}

export function LinesPanel(props: LinesPanelProps) {
  const { mapping, problems, selected, open, onSelect, onOpen, onLines, onAdd, naming } = props;
  const list = useRef<HTMLOListElement>(null);
  const editor = useId();
  const { lines } = mapping;
  const shown = useLinesAtHand(lines);
  const remove = useSteady((line: MappingLine) => {
    const index = lines.indexOf(line);
    onLines(lines.filter((other) => other !== line));
    onOpen(undefined);
    onSelect(undefined);
    // Focus was in the row that goes: it moves to the one that takes its place, or to the last.
    window.requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>('[data-row]');
      rows?.[Math.min(index, rows.length - 1)]?.focus();
    });
  });
  const toggle = useSteady((line: MappingLine) => {
    const index = lines.indexOf(line);
    onSelect(index);
    onOpen(open === index ? undefined : index);
  });
  const change = useSteady((line: MappingLine, next: MappingLine) => {
    keepRow(line, next);
    onLines(lines.map((other) => (other === line ? next : other)));
  });
  const add = useSteady(onAdd);
  const acts: LineActs = useMemo(() => ({ toggle, change, remove }), [toggle, change, remove]);
  return (
    <section className={styles.panel} aria-label="Field mappings">
      <header className={styles.head}>
        <h2 className={styles.title}>Field mappings</h2>
        <span className={styles.actions}>
          <AddButton onAdd={add} />
          <LinesMenu mapping={mapping} onLines={onLines} {...naming} />
        </span>
      </header>
      <div className={styles.columns} aria-hidden="true">
        <span>From the event</span>
        <span />
        <span>To the record</span>
      </div>
      <ol ref={list} className={styles.list}>
        {shown.map((line, index) => (
          <LineRow
            key={rowIdOf(line)}
            line={line}
            verdict={mapping.verdictOf(line)}
            problem={problems.find(({ field }) => lineOfField(field) === index)?.message}
            required={mapping.targets.get(line.target)?.required ?? false}
            isSelected={selected === index}
            acts={acts}
            editorId={open === index ? editor : undefined}
          >
            {open === index && (
              <LineEditor
                id={editor}
                line={line}
                mapping={mapping}
                onChange={(next) => change(line, next)}
                onRemove={() => remove(line)}
                onDone={() => onOpen(undefined)}
              />
            )}
          </LineRow>
        ))}
      </ol>
    </section>
  );
}

/** Those in sight are drawn with the panel, the others little by little once it stands: a mapping may have hundreds. */
function useLinesAtHand(lines: readonly MappingLine[]): readonly MappingLine[] {
  const { length } = lines;
  const more = (drawn: number) => (drawn < length ? drawn : Number.POSITIVE_INFINITY);
  const [drawn, setDrawn] = useState(() => more(FIRST));
  useEffect(() => {
    if (Number.isFinite(drawn)) startTransition(() => setDrawn(more(drawn + FIRST)));
  });
  return useMemo(() => (drawn < length ? lines.slice(0, drawn) : lines), [drawn, length, lines]);
}

const AddButton = memo(function AddButton({ onAdd }: { onAdd: () => void }) {
  return (
    <ActionButton size="S" onPress={onAdd}>
      <Add />
      <Text>Add field mapping</Text>
    </ActionButton>
  );
});
