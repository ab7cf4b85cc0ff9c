// Home: every dataflow of the sandbox, how it is doing, and the properties of the one that is selected.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef } from 'react';
import type { FlowRow } from '../../api/bindings/FlowRow';
import { appErrorOf, problemWords } from '../../api/errors';
import { flowsQuery } from '../../api/queries';
import { useAppState, useSession, useSurroundings } from '../../api/session';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { useShortcuts } from '../../kit/shortcuts';
import { copyForAdministrator } from '../parts/copyForAdministrator';
import styles from './DataflowsScreen.module.css';
import { EmptyDataflows } from './EmptyDataflows';
import { FlowGrid } from './FlowGrid';
import { ListFoot } from './ListFoot';
import { ListHead } from './ListHead';
import { LoadingRows } from './LoadingRows';
import { NoMatch } from './NoMatch';
import { PropertiesRail } from './PropertiesRail';
import { arrange, countProblems } from './rows';
import { ToolRow } from './ToolRow';
import { UnfinishedSetups } from './UnfinishedSetups';
import { useListedFlows } from './useListedFlows';
import { useListView } from './useListView';

const NO_ROWS: readonly FlowRow[] = [];

export function DataflowsScreen() {
  const session = useSession();
  const { setups, setupsElsewhere } = useAppState();
  const navigate = useNavigate();
  const view = useListView();
  const screen = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLDivElement>(null);
  const { data: list, error, isFetching, refetch } = useQuery(flowsQuery(session.key, useSurroundings()));

  const flows = useListedFlows(session.key, list?.rows ?? NO_ROWS);
  // Typing stays quick: the rows may lag a frame behind the search field.
  const wish = useDeferredValue(view.wish);
  const { q, problems, sort, down } = wish;
  const shown = useMemo(() => arrange(flows, { q, problems, sort, down }), [flows, q, problems, sort, down]);

  const closeProperties = () => {
    view.select(undefined);
    // Back to where the person came from: the row that holds the tab stop.
    screen.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
  };
  const refresh = () => void refetch();
  useShortcuts({ r: refresh, '/': () => search.current?.querySelector('input')?.focus() });

  const cause = error ? appErrorOf(error) : list?.problem;
  const selected = flows.find(({ row }) => row.id === view.selectedId);
  const empty = list?.complete === true && list.rows.length === 0;
  const problem = cause && (
    <ProblemPanel
      {...problemWords(cause, {
        retry: refresh,
        sign_in: () => void navigate({ to: '/connect' }),
        ...copyForAdministrator(cause),
      })}
      look={flows.length > 0 ? 'strip' : 'panel'}
    />
  );

  return (
    <div className={styles.screen} ref={screen}>
      <div className={styles.list}>
        <ListHead list={list} busy={isFetching} onRefresh={refresh} empty={empty} />
        <UnfinishedSetups setups={setups} elsewhere={setupsElsewhere} />
        {problem && <div className={styles.problem}>{problem}</div>}
        {empty && !cause && <EmptyDataflows sandbox={session.sandbox.name} />}
        {!list && !cause && <LoadingRows onRetry={refresh} />}
        {flows.length > 0 && (
          <>
            <ToolRow
              ref={search}
              view={view}
              problemCount={countProblems(flows)}
              matchCount={q || problems ? shown.length : undefined}
            />
            {shown.length > 0 ? (
              <FlowGrid
                flows={shown}
                session={session.key}
                sort={wish.sort}
                down={wish.down}
                onSort={view.sortBy}
                selectedId={selected?.row.id}
                onSelect={view.select}
                stale={cause !== undefined}
              />
            ) : (
              <NoMatch problems={problems} q={q} onClear={view.clear} />
            )}
            <ListFoot shown={shown.length} list={list} />
          </>
        )}
      </div>
      {selected && <PropertiesRail key={selected.row.id} flow={selected} onClose={closeProperties} />}
    </div>
  );
}
