// How a dataflow is doing, and what is needed to feed it: address, steps in the source, test events.

import { ActionButton, Text } from '@react-spectrum/s2';
import Refresh from '@react-spectrum/s2/icons/Refresh';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { useNow } from '../../api/clock';
import { Spinner } from '../../kit/Spinner';
import { CallProblem } from '../parts/CallProblem';
import { Settling, useSettling } from '../parts/Settling';
import { SourceSteps } from '../parts/SourceSteps';
import { Updated } from '../parts/Updated';
import { useSource } from '../parts/useSource';
import { WebhookAddressCard } from '../parts/WebhookAddressCard';
import { EventsCard } from './EventsCard';
import { FailuresCard } from './FailuresCard';
import { Figures } from './Figures';
import { FlowTests } from './FlowTests';
import styles from './Overview.module.css';
import { RunStrip } from './RunStrip';
import { useFlowRuns } from './useFlowRuns';
import { WhereItGoes } from './WhereItGoes';
import { WindowNotes } from './WindowNotes';
import { WindowSwitch } from './WindowSwitch';

interface OverviewProps {
  flow: FlowDetail;
  isFetching: boolean;
  onRefresh: () => void;
}

export function Overview({ flow, isFetching, onRefresh }: OverviewProps) {
  const now = useNow(1000);
  const guide = useSource(flow.row.source.id);
  const settling = useSettling(flow.settlesAt);
  const runs = useFlowRuns();
  const refresh = () => {
    onRefresh();
    runs.again();
  };
  return (
    <div className={styles.overview}>
      <div className={styles.sentence}>
        <p className={styles.health}>
          <strong>{flow.row.status.sentence}</strong> {flow.row.status.cause}
        </p>
        <span className={styles.read}>
          {(isFetching || runs.isFetching) && <Spinner size={14} />}{' '}
          <span>
            <Updated at={flow.readAt} />
          </span>
        </span>
        <ActionButton isQuiet size="S" onPress={refresh}>
          <Refresh />
          <Text>Refresh</Text>
        </ActionButton>
        <WindowSwitch now={now} />
      </div>
      <Settling left={settling} source={flow.row.source.name} />
      {runs.error && runs.data && <CallProblem look="strip" error={runs.error} onRetry={runs.again} />}
      <Figures runs={runs.data} failed={runs.error !== null && !runs.isFetching} />
      {runs.data && <WindowNotes runs={runs.data} onRetry={runs.again} />}
      <div className={styles.columns}>
        <div className={styles.main}>
          {/* Once one was sent, its answer is what is waited for. */}
          {flow.testEvents.length > 0 && <FlowTests flow={flow} settling={settling} />}
          <Chart flow={flow} runs={runs} now={now} />
          {flow.runsProblem ? (
            <CallProblem error={flow.runsProblem} onRetry={onRefresh} />
          ) : (
            <RunStrip flowId={flow.row.id} runs={flow.runs} now={now} />
          )}
          {flow.webhookAddress && (
            <WebhookAddressCard
              title="Webhook address"
              address={flow.webhookAddress}
              source={flow.row.source.name}
            />
          )}
          {flow.testEvents.length === 0 && <FlowTests flow={flow} settling={settling} />}
        </div>
        <div className={styles.aside}>
          {runs.data && runs.data.read > 0 && (
            <FailuresCard
              flowId={flow.row.id}
              failures={runs.data.failures}
              failed={runs.data.figures.counts.failed}
              now={now}
            />
          )}
          {guide && <SourceSteps title={`In ${guide.source.name}`} source={guide.source} look="list" />}
          <WhereItGoes flow={flow} now={now} />
        </div>
      </div>
    </div>
  );
}

interface ChartProps {
  flow: FlowDetail;
  runs: ReturnType<typeof useFlowRuns>;
  now: number;
}

function Chart({ flow, runs, now }: ChartProps) {
  if (runs.data) {
    return <EventsCard runs={runs.data} createdAt={flow.row.createdAt} now={now} words={runs.words} />;
  }
  if (runs.error) return <CallProblem error={runs.error} onRetry={runs.again} />;
  return (
    <div className={styles.waiting} role="status">
      <Spinner size={16} /> Reading the runs…
    </div>
  );
}
