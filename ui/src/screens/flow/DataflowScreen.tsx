// One dataflow: how it is doing, its webhook address, its runs and its technical details.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { flowQuery } from '../../api/queries';
import { useSession, useSurroundings } from '../../api/session';
import { sourceGuideQuery } from '../../api/setupQueries';
import { PageHeading } from '../../kit/PageHeading';
import { PanelTabs } from '../../kit/PanelTabs';
import { Spinner } from '../../kit/Spinner';
import { StatusBadge } from '../../kit/StatusBadge';
import { stateWord, TERMS } from '../../lib/terms';
import { CallProblem } from '../parts/CallProblem';
import { SendTestEvent } from '../parts/SendTestEvent';
import { useSettling } from '../parts/Settling';
import styles from './DataflowScreen.module.css';
import { Overview } from './Overview';
import { RunsTable } from './RunsTable';
import { TechnicalDetails } from './TechnicalDetails';
import { TABS } from './tabs';
import { whyNoTest } from './whyNoTest';

export function DataflowScreen() {
  const { flowId } = useParams({ from: '/dataflows/$flowId' });
  const session = useSession();
  const around = useSurroundings();
  const flow = useQuery(flowQuery(session.key, flowId, around));
  const retry = () => void flow.refetch();
  if (flow.data) {
    return (
      <div className={styles.screen}>
        <Head flow={flow.data} />
        {flow.error && (
          <div className={styles.trouble}>
            <CallProblem look="strip" error={flow.error} onRetry={retry} />
          </div>
        )}
        <Tabs flow={flow.data} isFetching={flow.isFetching} onRefresh={retry} />
      </div>
    );
  }
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <Back />
        <PageHeading>{TERMS.flow}</PageHeading>
      </header>
      <div className={styles.trouble}>
        {flow.error ? (
          <CallProblem error={flow.error} onRetry={retry} />
        ) : (
          <p className={styles.reading} role="status">
            <Spinner size={16} /> Reading the dataflow and its runs…
          </p>
        )}
      </div>
    </div>
  );
}

function Head({ flow }: { flow: FlowDetail }) {
  const { name, status, state } = flow.row;
  const { data: guide } = useQuery(sourceGuideQuery());
  const settling = useSettling(flow.settlesAt);
  return (
    <header className={styles.head}>
      <Back />
      <div className={styles.line}>
        <PageHeading>{name}</PageHeading>
        <StatusBadge status={status.kind} label={status.label} size="head" />
        <span className={styles.state}>{stateWord(state)}</span>
        {flow.webhookAddress && (
          <span className={styles.action}>
            <SendTestEvent
              flowId={flow.row.id}
              dataset={flow.dataset?.name}
              examples={guide?.examples ?? []}
              settling={settling}
              blocked={whyNoTest(flow)}
            />
          </span>
        )}
      </div>
    </header>
  );
}

function Back() {
  return (
    <Link to="/dataflows" className={styles.back}>
      <span aria-hidden="true">‹</span> {TERMS.flows}
    </Link>
  );
}

interface TabsProps {
  flow: FlowDetail;
  isFetching: boolean;
  onRefresh: () => void;
}

function Tabs({ flow, isFetching, onRefresh }: TabsProps) {
  const navigate = useNavigate();
  const { tab = 'overview' } = useSearch({ from: '/dataflows/$flowId' });
  const { flowId } = useParams({ from: '/dataflows/$flowId' });
  const select = (id: string) => {
    const next = TABS.find((known) => known === id);
    if (next)
      void navigate({ to: '/dataflows/$flowId', params: { flowId }, search: { tab: next }, replace: true });
  };
  return (
    <PanelTabs
      label={TERMS.flow}
      look="page"
      selected={tab}
      onSelect={select}
      tabs={[
        {
          id: 'overview',
          label: 'Overview',
          content: <Overview flow={flow} isFetching={isFetching} onRefresh={onRefresh} />,
        },
        { id: 'runs', label: 'Runs', content: <RunsTable flow={flow} onRetry={onRefresh} /> },
        { id: 'technical', label: 'Technical details', content: <TechnicalDetails flow={flow} /> },
      ]}
    />
  );
}
