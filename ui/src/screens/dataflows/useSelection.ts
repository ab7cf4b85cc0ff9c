// The selection of the list. One selected row shows its properties and is part of the address; several are a matter
// of the moment: they stay selected through polling, sorting and filtering, and leave when their dataflow is gone.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { NONE, ranged, type Selection, toggled, withoutGone } from './selection';

interface SelectionOf {
  /** The one in the address. */
  one: string | undefined;
  showOne: (id: string | undefined) => void;
  /** Ids of the rows that show, in their order. */
  ids: readonly string[];
  isThere: (id: string) => boolean;
}

export function useSelection({ one, showOne, ids, isThere }: SelectionOf) {
  const [many, setMany] = useState<Selection>();
  // An address can name a dataflow that is gone, or not read yet.
  const shown = one !== undefined && isThere(one) ? one : undefined;
  const selected = useMemo(() => many ?? (shown === undefined ? NONE : new Set([shown])), [many, shown]);
  const anchor = useRef<string>(undefined);
  const latest = useRef({ selected, ids });
  latest.current = { selected, ids };

  const set = useCallback(
    (next: Selection) => {
      const [first] = next;
      setMany(next.size > 1 ? next : undefined);
      showOne(next.size === 1 ? first : undefined);
    },
    [showOne],
  );
  useEffect(() => {
    if (!many) return;
    const left = withoutGone(many, isThere);
    if (left !== many) set(left);
  }, [many, isThere, set]);

  const only = useCallback(
    (id: string) => {
      anchor.current = id;
      set(new Set([id]));
    },
    [set],
  );
  const toggle = useCallback(
    (id: string) => {
      anchor.current = id;
      set(toggled(latest.current.selected, id));
    },
    [set],
  );
  const extend = useCallback(
    (id: string, from?: string) => {
      anchor.current ??= from ?? id;
      set(ranged(latest.current.selected, latest.current.ids, anchor.current, id));
    },
    [set],
  );
  const all = useCallback(() => set(new Set(latest.current.ids)), [set]);
  const clear = useCallback(() => {
    anchor.current = undefined;
    set(NONE);
  }, [set]);
  return { selected, only, toggle, extend, all, clear };
}

export type ListSelection = ReturnType<typeof useSelection>;
