// Home: every dataflow of the sandbox, how it is doing, and the properties of the one that is selected.
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo, useRef } from 'react';
import type { FlowRow } from '../../api/bindings/FlowRow';
import { useNow } from '../../api/clock';
import { appErrorOf, problemWords } from '../../api/errors';
import { useAppState, useSession } from '../../api/session';
import { useFlowList } from '../../api/useFlowList';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { SaidAloud } from '../../kit/SaidAloud';
import { useShortcuts } from '../../kit/shortcuts';
import { formatCount } from '../../lib/number';
import { copyForAdministrator } from '../parts/copyForAdministrator';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import styles from './DataflowsScreen.module.css';
import { EmptyDataflows } from './EmptyDataflows';
import { FlowGrid } from './FlowGrid';
import { ListFoot } from './ListFoot';
import { ListHead } from './ListHead';
import { LoadingRows } from './LoadingRows';
import { NoMatch } from './NoMatch';
import { PropertiesRail } from './PropertiesRail';
import { countJudged, countProblems, inOrder, kept } from './rows';
import { SelectionBar } from './SelectionBar';
import { countIn } from './selection';
import { ToolRow } from './ToolRow';
import { UnfinishedSetups } from './UnfinishedSetups';
import { useListedFlows } from './useListedFlows';
import { useListView } from './useListView';
import { useSelection } from './useSelection';

const NO_ROWS: readonly FlowRow[] = [];

export function DataflowsScreen() {
  const session = useSession();
  const { setups, setupsElsewhere } = useAppState();
  const navigate = useNavigate();
  const view = useListView();
  const why = useWhyNoWrite();
  const screen = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLDivElement>(null);
  const { list, error, busy, renew } = useFlowList();

  const flows = useListedFlows(session.key, list?.rows ?? NO_ROWS);
  // Typing stays quick: the rows may lag a frame behind the search field.
  const wish = useDeferredValue(view.wish);
  const minute = useNow(60_000);
  const dated = wish.filters.ran ?? wish.filters.updated ?? wish.filters.created;
  const now = dated === undefined ? 0 : minute;
  const { sort, down } = wish;
  const sorted = useMemo(() => inOrder(flows, { sort, down }), [flows, sort, down]);
  const shown = useMemo(() => kept(sorted, wish, now), [sorted, wish, now]);
  const problemCount = useMemo(() => countProblems(flows), [flows]);
  const judgedCount = useMemo(() => countJudged(flows), [flows]);
  const ids = useMemo(() => shown.map(({ row }) => row.id), [shown]);
  const places = list?.places;
  const isThere = useCallback((id: string) => places?.has(id) ?? true, [places]);
  const selection = useSelection({ one: view.selectedId, showOne: view.select, ids, isThere });
  const { selected } = selection;
  const selectedShown = useMemo(() => countIn(selected, shown), [selected, shown]);

  const closeProperties = () => {
    selection.clear();
    // Back to where the person came from: the row that holds the tab stop.
    screen.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
  };
  useShortcuts({ r: renew, '/': () => search.current?.querySelector('input')?.focus() });

  const cause = error ? appErrorOf(error) : list?.problem;
  const place = view.selectedId === undefined ? undefined : places?.get(view.selectedId);
  const open = place === undefined ? undefined : flows[place];
  const empty = list?.complete === true && list.rows.length === 0;
  const filtered = wish.q !== '' || wish.problems || Object.keys(wish.filters).length > 0;
  const words =
    cause &&
    problemWords(cause, {
      retry: renew,
      sign_in: () => void navigate({ to: '/connect' }),
      ...copyForAdministrator(cause),
    });
  const problem = words && (
    <ProblemPanel {...words} hint={why ?? words.hint} look={flows.length > 0 ? 'strip' : 'panel'} />
  );

  return (
    <div className={styles.screen} ref={screen}>
      <div className={styles.list}>
        <ListHead list={list} busy={busy} onRefresh={renew} empty={empty} why={why} />
        <UnfinishedSetups setups={setups} elsewhere={setupsElsewhere} />
        {problem && <div className={styles.problem}>{problem}</div>}
        {empty && !cause && <EmptyDataflows sandbox={session.sandbox.name} why={why} />}
        {!list && !cause && <LoadingRows onRetry={renew} />}
        {flows.length > 0 && (
          <>
            <ToolRow
              ref={search}
              view={view}
              flows={flows}
              problemCount={problemCount}
              judgedCount={judgedCount}
              matchCount={filtered ? shown.length : undefined}
            />
            {shown.length > 0 ? (
              <FlowGrid
                flows={shown}
                session={session.key}
                sort={wish.sort}
                down={wish.down}
                onSort={view.sortBy}
                selection={selection}
                hidden={view.hidden}
                stale={cause !== undefined || list?.keptAt !== undefined}
              />
            ) : (
              <NoMatch wish={wish} onClear={view.clear} />
            )}
            {selected.size > 1 ? (
              <SelectionBar
                selected={selected}
                hidden={selected.size - selectedShown}
                onClear={selection.clear}
              />
            ) : (
              <ListFoot shown={shown.length} selected={selected.size} list={list} />
            )}
            <SaidAloud text={selected.size > 0 ? `${formatCount(selected.size)} selected` : ''} />
          </>
        )}
      </div>
      {open && <PropertiesRail key={open.row.id} flow={open} onClose={closeProperties} />}
    </div>
  );
}
