// A field in one of the two trees: the mark of its type, its name, then what each tree says of it.
import type { ReactNode } from 'react';
import { KIND_MARKS } from './kinds';
import styles from './TreeItem.module.css';

interface TreeItemProps {
  kinds: readonly (keyof typeof KIND_MARKS)[];
  name: string;
  /** It holds a value, not other fields. */
  isLeaf: boolean;
  /** Not in the event that is looked at. */
  isAbsent?: boolean;
  /** What stands there while the pointer rests. */
  hint: string;
  kindHint?: string;
  children: ReactNode;
}

export function TreeItem({ kinds, name, isLeaf, isAbsent = false, hint, kindHint, children }: TreeItemProps) {
  return (
    <span className={styles.item} title={hint} data-absent={isAbsent || undefined}>
      <span className={styles.kind} title={kindHint} aria-hidden="true">
        {kinds.map((kind) => KIND_MARKS[kind]).join('|')}
      </span>
      <span className={styles.name} data-leaf={isLeaf || undefined}>
        {name}
      </span>
      {children}
    </span>
  );
}
