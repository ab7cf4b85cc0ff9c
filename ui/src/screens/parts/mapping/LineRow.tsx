// One field mapping: from where, to where, and what the preview says of it. A row is drawn anew only when something of
// its own has changed: a key pressed in one leaves the others alone.
import { ActionButton, ActionMenu, MenuItem, Text } from '@react-spectrum/s2';
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import Checkmark from '@react-spectrum/s2/icons/Checkmark';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { LineVerdict } from '../../../api/bindings/LineVerdict';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { Glyph } from '../../../kit/Glyph';
import { useSteady } from '../../../kit/useSteady';
import styles from './LineRow.module.css';
import { KIND_WORDS, type SourceKindName, shortPath, sourceText, splitTarget } from './lines';

const REPAIR_WORDS: Record<SourceKindName, string> = {
  field: 'Take it as it is',
  seconds_to_date: 'Read as seconds',
  milliseconds_to_date: 'Read as milliseconds',
  expression: 'Use an expression for it',
};

export interface LineActs {
  toggle: (line: MappingLine) => void;
  /** What a line becomes. */
  change: (line: MappingLine, next: MappingLine) => void;
  remove: (line: MappingLine) => void;
}

interface LineRowProps {
  line: MappingLine;
  verdict: LineVerdict | undefined;
  /** What the last review said of this line. */
  problem: string | undefined;
  /** A record without its target is refused. */
  required: boolean;
  isSelected: boolean;
  acts: LineActs;
  /** Id of the editor of this row, while it is open. */
  editorId: string | undefined;
  /** The editor itself. */
  children?: ReactNode;
}

export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { line, verdict, problem, required, isSelected, acts, editorId, children } = props;
  const isOpen = editorId !== undefined;
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // It may have been chosen in one of the trees.
    if (isSelected) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const onToggle = useSteady(() => acts.toggle(line));
  const onRemove = useSteady(() => acts.remove(line));
  const state = problem === undefined ? verdict?.state : 'error';
  const message = problem ?? verdict?.message;
  return (
    <li ref={place} className={styles.line} data-selected={isSelected || undefined}>
      <div className={styles.row}>
        <button
          type="button"
          data-row
          className={styles.main}
          aria-expanded={isOpen}
          aria-controls={editorId}
          onClick={onToggle}
        >
          <Source line={line} />
          <span className={styles.arrow}>
            <Arrow />
          </span>
          <span className={styles.to}>
            <Target target={line.target} />
            {verdict?.empties && <span className={styles.empties}>Stays empty</span>}
            {required && <span className={styles.required}>Required</span>}
          </span>
          <Verdict state={state} />
        </button>
        <RowMenu target={line.target} isOpen={isOpen} onToggle={onToggle} onRemove={onRemove} />
      </div>
      {message && (
        <div className={styles.message} data-state={state}>
          <p>{message}</p>
          {verdict?.repair && (
            <ActionButton
              size="S"
              onPress={() => acts.change(line, { ...line, source: verdict.repair ?? line.source })}
            >
              {REPAIR_WORDS[verdict.repair.kind]}
            </ActionButton>
          )}
        </div>
      )}
      {children}
    </li>
  );
});

interface RowMenuProps {
  target: string;
  isOpen: boolean;
  onToggle: () => void;
  onRemove: () => void;
}

/** Not drawn anew while a path is typed below it. */
const RowMenu = memo(function RowMenu({ target, isOpen, onToggle, onRemove }: RowMenuProps) {
  return (
    <ActionMenu isQuiet size="S" aria-label={`More for ${target || 'this field mapping'}`}>
      <MenuItem onAction={onToggle}>
        <Text slot="label">{isOpen ? 'Close field mapping' : 'Change field mapping'}</Text>
      </MenuItem>
      <MenuItem onAction={onRemove}>
        <Text slot="label">Remove field mapping</Text>
      </MenuItem>
    </ActionMenu>
  );
});

function Source({ line: { source } }: { line: MappingLine }) {
  const text = sourceText(source);
  if (text === '') return <span className={styles.missing}>Choose a field</span>;
  const plain = source.kind === 'field';
  return (
    <span className={styles.source}>
      {!plain && (
        <span className={styles.fx} title={KIND_WORDS[source.kind]}>
          fx
        </span>
      )}
      <span className={styles.cut} title={text}>
        {source.kind === 'expression' ? <code>{text}</code> : shortPath(text)}
      </span>
    </span>
  );
}

function Target({ target }: { target: string }) {
  if (target === '') return <span className={styles.missing}>Choose where it goes</span>;
  const { namespace, field } = splitTarget(target);
  return (
    <span className={styles.target} title={target}>
      <span className={styles.namespace}>{namespace}</span>
      {field}
    </span>
  );
}

function Verdict({ state }: { state: LineVerdict['state'] | undefined }) {
  switch (state) {
    case 'good':
      return (
        <span role="img" aria-label="Good" className={styles.verdict}>
          <Glyph of={Checkmark} tone="positive" />
        </span>
      );
    case 'warning':
      return (
        <span role="img" aria-label="Warning" className={styles.verdict}>
          <Glyph of={AlertTriangle} tone="notice" />
        </span>
      );
    case 'error':
      return (
        <span role="img" aria-label="Error" className={styles.verdict}>
          <Glyph of={AlertDiamond} tone="negative" />
        </span>
      );
    case undefined:
      return <span className={styles.verdict} />;
  }
}

function Arrow() {
  return (
    <svg width="18" height="10" viewBox="0 0 18 10" fill="none" stroke="currentColor" role="presentation">
      <path
        d="M1 5h15M12.5 1.5 16 5l-3.5 3.5"
        strokeWidth="1.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
