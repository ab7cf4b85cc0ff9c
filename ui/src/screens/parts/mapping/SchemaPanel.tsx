// The target schema as a tree: what each field is, which ones a record must have, and what fills them. While a field of
// the event looks for its place, a press on a free field (or Enter, or a drop) gives it one.
import { ActionButton, SearchField } from '@react-spectrum/s2';
import Key from '@react-spectrum/s2/icons/Key';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type DragEvent, memo, type Ref, useMemo, useState } from 'react';
import type { TargetField } from '../../../api/bindings/TargetField';
import { Glyph } from '../../../kit/Glyph';
import { type TreeHandle, VirtualTree } from '../../../kit/VirtualTree';
import { KIND_NAMES } from './kinds';
import { MarkGlyph } from './MarkGlyph';
import type { Fill, Mark } from './marks';
import styles from './SchemaPanel.module.css';
import { TreeItem } from './TreeItem';
import { matchingTargets, type TargetNode, targetTree } from './targetTree';

interface SchemaPanelProps {
  fields: readonly TargetField[];
  /** What fills each field, by path. */
  fills: ReadonlyMap<string, Fill>;
  selected: string | undefined;
  onSelect: (path: string) => void;
  /** The field of the event that looks for its place. */
  picked: string | undefined;
  onPlace: (target: TargetNode) => void;
  onCancel: () => void;
  /** Starts with the target: the field of the event is chosen afterwards. */
  onFill: (path: string) => void;
  treeRef: Ref<TreeHandle>;
}

export const SchemaPanel = memo(function SchemaPanel(props: SchemaPanelProps) {
  const { fields, fills, selected, onSelect, picked, onPlace, onCancel, onFill, treeRef } = props;
  const [typed, setTyped] = useState('');
  const nodes = useMemo(() => targetTree(fields), [fields]);
  const shown = useMemo(() => matchingTargets(nodes, typed), [nodes, typed]);
  const chosen = nodes.find(({ path }) => path === selected);
  const isFree = (node: TargetNode) => node.fillable && !fills.has(node.path);
  const free = nodes.filter((node) => isFree(node) && node.kind !== 'object').length;
  const place = (node: TargetNode) => {
    if (picked !== undefined && isFree(node)) onPlace(node);
    else onSelect(node.path);
  };
  return (
    <section
      className={styles.panel}
      aria-label="Target schema"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && picked !== undefined) onCancel();
      }}
    >
      <header className={styles.head}>
        {picked === undefined ? (
          <SearchField
            aria-label="Search fields of the schema"
            placeholder="Search fields"
            size="S"
            value={typed}
            onChange={setTyped}
            styles={style({ width: 'full' })}
          />
        ) : (
          <div className={styles.picking} role="status">
            <span>
              Where does <strong>{picked}</strong> go?
            </span>
            <ActionButton size="S" isQuiet onPress={onCancel}>
              Cancel
            </ActionButton>
          </div>
        )}
      </header>
      {shown.length === 0 ? (
        <p className={styles.none}>No field matches “{typed}”.</p>
      ) : (
        <div className={styles.list}>
          <VirtualTree
            ref={treeRef}
            label="Fields of the target schema"
            items={shown}
            chosen={selected}
            onChoose={(node) => onSelect(node.path)}
            onTake={place}
            row={(node) => (
              <Row
                node={node}
                // What it says and not the thing: that is made anew with each letter typed in a line.
                from={fills.get(node.path)?.from}
                mark={fills.get(node.path)?.mark}
                isOffered={picked !== undefined && isFree(node)}
              />
            )}
            rowProps={(node) => ({
              ...(picked !== undefined && { onClick: () => place(node) }),
              ...(isFree(node) && dropOn(() => onPlace(node))),
            })}
          />
        </div>
      )}
      <footer className={styles.foot}>
        {chosen && isFree(chosen) && picked === undefined ? (
          <ActionButton size="S" onPress={() => onFill(chosen.path)}>
            {`Fill ${chosen.name}`}
          </ActionButton>
        ) : (
          <span />
        )}
        <span>{`${free} not filled`}</span>
      </footer>
    </section>
  );
});

/** A row over which a field is held says so. */
function dropOn(onDrop: () => void) {
  const mark = (event: DragEvent<HTMLElement>, over: boolean) =>
    event.currentTarget.toggleAttribute('data-over', over);
  return {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      mark(event, true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => mark(event, false),
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      mark(event, false);
      onDrop();
    },
  };
}

interface RowProps {
  node: TargetNode;
  /** What fills it; undefined: nothing. */
  from: string | undefined;
  mark: Mark;
  /** It is free for the field that looks for its place. */
  isOffered: boolean;
}

const Row = memo(function Row({ node, from, mark, isOffered }: RowProps) {
  const { path, name, title, kind, required, identity, fillable } = node;
  const isMissing = required && kind !== 'object' && from === undefined;
  const wait = isOffered ? 'free' : isMissing ? 'missing' : '';
  return (
    <TreeItem
      kinds={[kind]}
      name={name}
      isLeaf={kind !== 'object'}
      hint={title === '' || title === name ? path : `${title}\n${path}`}
      kindHint={KIND_NAMES[kind]}
    >
      <span className={styles.unseen}>{KIND_NAMES[kind]}</span>
      {required && kind !== 'object' && identity !== 'primary' && (
        <span className={styles.tag}>Required</span>
      )}
      {identity && (
        <span className={styles.tag}>
          <Glyph of={Key} size={14} />
          {identity === 'primary' ? 'Primary identity' : 'Identity'}
        </span>
      )}
      <span className={styles.from} data-missing={isMissing || undefined}>
        {from ?? wait}
      </span>
      <MarkGlyph
        mark={isMissing ? 'error' : mark}
        words={fillable ? (from === undefined ? 'not filled' : 'filled') : undefined}
      />
    </TreeItem>
  );
});
