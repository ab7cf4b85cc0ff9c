// The frame of a list of resources: how many, read when, searched in, and what stands in its place while there are
// none, none that match, or none that could be read.
import { ActionButton, Button, SearchField, Text, Tooltip, TooltipTrigger } from '@react-spectrum/s2';
import Add from '@react-spectrum/s2/icons/Add';
import Refresh from '@react-spectrum/s2/icons/Refresh';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { AppError } from '../../../api/bindings/AppError';
import { EmptyState } from '../../../kit/EmptyState';
import { ListPageHead } from '../../../kit/ListPageHead';
import { PageHeading } from '../../../kit/PageHeading';
import { useShortcuts } from '../../../kit/shortcuts';
import { Time } from '../../../kit/Time';
import { formatCount, plural } from '../../../lib/number';
import { clockTime } from '../../../lib/time';
import { CallProblem } from '../CallProblem';
import { Reading } from '../Reading';
import { Updated } from '../Updated';
import styles from './ListFrame.module.css';

export interface ListWords {
  /** The page's title, such as "Accounts". */
  title: string;
  /** In the middle of a sentence: "account", "accounts". */
  one: string;
  many: string;
  /** What the search looks at, such as "names, sources, IDs". */
  searched: string;
}

interface ListFrameProps<Row> {
  words: ListWords;
  list: { rows: readonly Row[]; usesProblem?: AppError; readAt: number } | undefined;
  error: unknown;
  busy: boolean;
  onRefresh: () => void;
  /** Texts of a row that the search looks at. */
  textsOf: (row: Row) => readonly string[];
  /** The one main action; absent where none can be made here. */
  add?: { label: string; onPress: () => void; whyNot?: string | undefined };
  /** Pages beside this one. */
  beside?: ReactNode;
  /** A sentence above the search. */
  note?: ReactNode;
  /** What stands there while there is none at all. */
  empty: ReactNode;
  /** Draws the rows that match. */
  children: (rows: readonly Row[]) => ReactNode;
}

export function ListFrame<Row>(props: ListFrameProps<Row>) {
  const { words, list, error, busy, onRefresh, textsOf, add, beside, note, empty, children } = props;
  const search = useRef<HTMLDivElement>(null);
  const [q, setQ] = useState('');
  useShortcuts({ r: onRefresh, '/': () => search.current?.querySelector('input')?.focus() });
  const rows = list?.rows;
  const shown = useMemo(() => {
    const wanted = q.trim().toLowerCase();
    if (wanted === '') return rows ?? [];
    return (rows ?? []).filter((row) => textsOf(row).some((text) => text.toLowerCase().includes(wanted)));
  }, [rows, q, textsOf]);
  const none = rows?.length === 0;
  return (
    <div className={styles.screen}>
      <Head words={words} list={list} busy={busy} onRefresh={onRefresh} add={none ? undefined : add} />
      {beside}
      {Boolean(error) && (
        <div className={styles.trouble}>
          <CallProblem look={list ? 'strip' : 'panel'} error={error} onRetry={onRefresh} />
        </div>
      )}
      {!list && !error && <Reading what={`the ${words.many}`} onRetry={onRefresh} />}
      {none && !error && <div className={styles.scroll}>{empty}</div>}
      {list && rows && !none && (
        <>
          <div className={styles.tools}>
            {note}
            <div ref={search}>
              <SearchField
                aria-label={`Search ${words.many}`}
                placeholder={`Search ${words.searched}`}
                value={q}
                onChange={setQ}
                styles={style({ width: 260 })}
              />
            </div>
          </div>
          {list.usesProblem && (
            <div className={styles.trouble}>
              <CallProblem look="strip" tone="notice" error={list.usesProblem} onRetry={onRefresh} />
            </div>
          )}
          {shown.length > 0 ? (
            children(shown)
          ) : (
            <NoMatch words={words} count={rows.length} q={q} onClear={() => setQ('')} />
          )}
          <footer className={styles.foot}>
            <span aria-live="polite">
              {shown.length === rows.length ? '' : `${formatCount(shown.length)} of `}
              {plural(rows.length, words.one, words.many)}
            </span>
            <span>
              Read at <Time at={list.readAt}>{clockTime(list.readAt)}</Time>
            </span>
          </footer>
        </>
      )}
    </div>
  );
}

interface NoMatchProps {
  words: ListWords;
  count: number;
  q: string;
  onClear: () => void;
}

function NoMatch({ words, count, q, onClear }: NoMatchProps) {
  return (
    <div className={styles.scroll}>
      <EmptyState
        title={`No ${words.one} matches`}
        text={`None of ${plural(count, words.one, words.many)} has “${q}” among its ${words.searched}.`}
        actions={
          <Button variant="secondary" onPress={onClear}>
            Clear search
          </Button>
        }
      />
    </div>
  );
}

interface HeadProps {
  words: ListWords;
  list: { rows: readonly unknown[]; readAt: number } | undefined;
  busy: boolean;
  onRefresh: () => void;
  add: { label: string; onPress: () => void; whyNot?: string | undefined } | undefined;
}

function Head({ words, list, busy, onRefresh, add }: HeadProps) {
  return (
    <ListPageHead
      heading={<PageHeading>{words.title}</PageHeading>}
      count={list && list.rows.length > 0 && formatCount(list.rows.length)}
      fresh={list && <Updated at={list.readAt} />}
    >
      <TooltipTrigger>
        <ActionButton isQuiet size="S" aria-label="Refresh the list" onPress={onRefresh} isPending={busy}>
          <Refresh />
        </ActionButton>
        <Tooltip>Refresh (R)</Tooltip>
      </TooltipTrigger>
      {list && add && (
        <>
          {add.whyNot !== undefined && <span className={styles.fresh}>{add.whyNot}</span>}
          <Button variant="accent" onPress={add.onPress} isDisabled={add.whyNot !== undefined}>
            <Add />
            <Text>{add.label}</Text>
          </Button>
        </>
      )}
    </ListPageHead>
  );
}
