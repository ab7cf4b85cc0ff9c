// The sandbox at a glance: numbers, rate over time, who needs attention first, why events fail.
import {
  ActionButton,
  Button,
  SegmentedControl,
  SegmentedControlItem,
  Tooltip,
  TooltipTrigger,
} from '@react-spectrum/s2';
import Refresh from '@react-spectrum/s2/icons/Refresh';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Overview } from '../../api/bindings/Overview';
import { useNow } from '../../api/clock';
import { overviewQuery } from '../../api/overviewQueries';
import { useSession, useSurroundings } from '../../api/session';
import { EmptyState } from '../../kit/EmptyState';
import { PageHeading } from '../../kit/PageHeading';
import { formatCount } from '../../lib/number';
import { CallProblem } from '../parts/CallProblem';
import { Updated } from '../parts/Updated';
import { AttentionCard } from './AttentionCard';
import { CausesCard } from './CausesCard';
import { Numbers } from './Numbers';
import styles from './OverviewScreen.module.css';
import { RateCard } from './RateCard';
import { StatusesCard } from './StatusesCard';
import { type OverviewSearch, WINDOW_WORDS, WINDOWS } from './windows';

export function OverviewScreen() {
  const { span = 'week' }: OverviewSearch = useSearch({ from: '/overview' });
  const session = useSession();
  const query = useQuery(overviewQuery(session.key, span, useSurroundings()));
  const navigate = useNavigate();
  const now = useNow(60_000);
  const refresh = () => void query.refetch();
  // Until the dataflows are listed there is nothing to say, and their places are kept.
  const read = query.data;
  const overview = read && (read.complete || read.flows > 0) ? read : undefined;
  const unread = overview?.problem !== undefined && overview.flows === 0;
  const empty = overview?.complete === true && overview.flows === 0 && !overview.problem;
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <PageHeading>Overview</PageHeading>
        <span className={styles.end}>
          {overview && !unread && (
            <span className={styles.note}>
              {overview.complete ? <Updated at={overview.readAt} /> : howFar(overview)}
            </span>
          )}
          <TooltipTrigger>
            <ActionButton
              isQuiet
              size="S"
              aria-label="Refresh the overview"
              onPress={refresh}
              isPending={query.isFetching && overview?.complete !== false}
            >
              <Refresh />
            </ActionButton>
            <Tooltip>Refresh</Tooltip>
          </TooltipTrigger>
          <SegmentedControl
            aria-label="Time shown"
            selectedKey={span}
            onSelectionChange={(key) => {
              const next = WINDOWS.find((known) => known === key);
              if (next) void navigate({ to: '/overview', search: { span: next }, replace: true });
            }}
          >
            {WINDOWS.map((id) => (
              <SegmentedControlItem key={id} id={id}>
                {WINDOW_WORDS[id].short}
              </SegmentedControlItem>
            ))}
          </SegmentedControl>
        </span>
      </header>
      <Problems overview={read} error={query.error} onRetry={refresh} />
      {unread ? null : empty ? (
        <EmptyState
          title={`No dataflow in ${session.sandbox.name} yet`}
          text="Once events arrive, this page says how many, and which dataflows need a look."
          actions={
            <Button variant="accent" onPress={() => void navigate({ to: '/dataflows/new' })}>
              Connect Pendo
            </Button>
          }
        />
      ) : (
        <>
          <Numbers overview={overview} />
          {overview?.complete && overview.judged < overview.flows && (
            <p className={styles.part}>
              Numbers of {formatCount(overview.judged)} of {formatCount(overview.flows)} dataflows: those with
              problems first. The status of the others is that of their last run.
            </p>
          )}
          <RateCard overview={overview} now={now} />
          <div className={styles.columns}>
            <div className={styles.side}>
              <AttentionCard overview={overview} />
              <StatusesCard overview={overview} now={now} />
            </div>
            <CausesCard overview={overview} />
          </div>
        </>
      )}
    </div>
  );
}

function howFar({ judged, flows }: Overview): string {
  return `Reading runs: ${formatCount(judged)} of ${formatCount(flows)} dataflows`;
}

interface ProblemsProps {
  overview: Overview | undefined;
  error: unknown;
  onRetry: () => void;
}

function Problems({ overview, error, onRetry }: ProblemsProps) {
  const cause = error ?? overview?.problem ?? overview?.runsProblem;
  const notKept = overview?.historyProblem;
  return (
    <>
      {cause && (
        <CallProblem
          error={cause}
          onRetry={onRetry}
          look={overview && overview.flows > 0 ? 'strip' : 'panel'}
        />
      )}
      {notKept && <CallProblem error={notKept} onRetry={onRetry} look="strip" tone="notice" />}
    </>
  );
}
