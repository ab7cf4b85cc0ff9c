// One dataflow: how it is doing, its webhook address, its runs and its technical details.

import { ActionButton, Button, Text } from '@react-spectrum/s2';
import Delete from '@react-spectrum/s2/icons/Delete';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { flowQuery } from '../../api/queries';
import { useSession, useSurroundings } from '../../api/session';
import { DetailHead } from '../../kit/DetailHead';
import { PageHeading } from '../../kit/PageHeading';
import { PanelTabs } from '../../kit/PanelTabs';
import { Spinner } from '../../kit/Spinner';
import { StatusBadge } from '../../kit/StatusBadge';
import { useLongWait } from '../../kit/useLongWait';
import { TERMS } from '../../lib/terms';
import { CallProblem } from '../parts/CallProblem';
import { ReplacementPanels } from '../parts/ReplacementPanel';
import { FlowSwitch } from '../parts/removal/FlowSwitch';
import { useRemoval } from '../parts/removal/useRemoval';
import { SendTestEvent } from '../parts/SendTestEvent';
import { useSettling } from '../parts/Settling';
import { useSource } from '../parts/useSource';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { whyNoTest } from '../parts/whyNoTest';
import styles from './DataflowScreen.module.css';
import { DraftPanel } from './DraftPanel';
import { FlowMenu } from './FlowMenu';
import { Gone, isGone } from './Gone';
import { MappingTab } from './MappingTab';
import { Overview } from './Overview';
import { RunsTable } from './RunsTable';
import { SettingsTab } from './SettingsTab';
import { TechnicalDetails } from './TechnicalDetails';
import { TABS } from './tabs';

export function DataflowScreen() {
  const { flowId } = useParams({ from: '/dataflows/$flowId' });
  const session = useSession();
  const around = useSurroundings();
  const flow = useQuery(flowQuery(session.key, flowId, around));
  const retry = () => void flow.refetch();
  const slow = useLongWait(flow.isPending);
  return (
    <div className={styles.screen}>
      {/* One heading from the first moment on: a second one would take the focus from whoever has gone on. */}
      <DetailHead back={<Link to="/dataflows">{TERMS.flows}</Link>}>
        <PageHeading>{flow.data?.row.name ?? TERMS.flow}</PageHeading>
        {flow.data && <HeadFacts flow={flow.data} gone={isGone(flow.error)} />}
      </DetailHead>
      <div className={styles.above}>
        {flow.data && flow.error && (
          <div className={styles.trouble}>
            {isGone(flow.error) ? (
              <Gone readAt={flow.data.readAt} />
            ) : (
              <CallProblem look="strip" error={flow.error} onRetry={retry} />
            )}
          </div>
        )}
        {flow.data && !isGone(flow.error) && <DraftPanel flow={flow.data} />}
        {flow.data && <ReplacementPanels flowId={flowId} />}
      </div>
      {flow.data ? (
        <Tabs flow={flow.data} isFetching={flow.isFetching} onRefresh={retry} />
      ) : (
        <div className={styles.trouble}>
          {flow.error ? (
            <CallProblem error={flow.error} onRetry={retry} />
          ) : (
            <p className={styles.reading} role="status">
              <Spinner size={16} />
              {slow
                ? 'Experience Platform is slow to answer. Inlet is still waiting for the dataflow and its runs…'
                : 'Reading the dataflow and its runs…'}
              {slow && (
                <Button size="S" variant="secondary" onPress={retry}>
                  Ask again
                </Button>
              )}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

function HeadFacts({ flow, gone }: { flow: FlowDetail; gone: boolean }) {
  const { status } = flow.row;
  const { askToDelete } = useRemoval();
  const why = useWhyNoWrite();
  const guide = useSource(flow.row.source.id);
  const { tab = 'overview' } = useSearch({ from: '/dataflows/$flowId' });
  const settling = useSettling(flow.settlesAt);
  if (gone) return null;
  return (
    <>
      <StatusBadge status={status.kind} label={status.label} size="head" />
      <FlowSwitch flow={flow.row} />
      <span className={styles.action}>
        {flow.webhookAddress && (
          <SendTestEvent
            flowId={flow.row.id}
            dataset={flow.dataset?.name}
            guide={guide}
            settling={settling}
            sent={flow.testEvents.length}
            look="head"
            blocked={why ?? whyNoTest(flow)}
            saysWhy={tab !== 'overview'}
          />
        )}
        <FlowMenu flow={flow} />
        <ActionButton isQuiet isDisabled={why !== undefined} onPress={() => askToDelete([flow.row.id])}>
          <Delete />
          <Text>Delete dataflow…</Text>
        </ActionButton>
      </span>
    </>
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
      void navigate({
        to: '/dataflows/$flowId',
        params: { flowId },
        search: (old) => ({ ...old, tab: next }),
        replace: true,
      });
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
        { id: 'runs', label: 'Runs', content: <RunsTable flow={flow} /> },
        { id: 'mapping', label: 'Mapping', content: <MappingTab flowId={flowId} /> },
        { id: 'settings', label: 'Settings', content: <SettingsTab flow={flow} /> },
        { id: 'technical', label: 'Technical details', content: <TechnicalDetails flow={flow} /> },
      ]}
    />
  );
}
