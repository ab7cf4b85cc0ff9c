// Rows of a tree as a list: each knows its depth, and those deeper than a row that follow it stand below it.

export interface Branch {
  path: string;
  /** 0 for the outermost. */
  depth: number;
}

export interface TreeRow<T> {
  item: T;
  /** Whether the rows below it show; undefined for a row that has none. */
  open: boolean | undefined;
}

/** The rows that show while some branches are folded. */
export function unfolded<T extends Branch>(items: readonly T[], folded: ReadonlySet<string>): TreeRow<T>[] {
  const rows: TreeRow<T>[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  items.forEach((item, index) => {
    if (item.depth > hiddenBelow) return;
    const next = items[index + 1];
    const open = next && next.depth > item.depth ? !folded.has(item.path) : undefined;
    hiddenBelow = open === false ? item.depth : Number.POSITIVE_INFINITY;
    rows.push({ item, open });
  });
  return rows;
}

/** The row that a row stands below; −1 for an outermost one. */
export function parentOf(rows: readonly TreeRow<Branch>[], index: number): number {
  const depth = rows[index]?.item.depth ?? 0;
  for (let above = index - 1; above >= 0; above -= 1) {
    if ((rows[above]?.item.depth ?? 0) < depth) return above;
  }
  return -1;
}
