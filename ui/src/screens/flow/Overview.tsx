// How a dataflow is doing, and what is needed to feed it: address, steps in Pendo, test events.

import { ActionButton, Text } from '@react-spectrum/s2';
import Refresh from '@react-spectrum/s2/icons/Refresh';
import { useQuery } from '@tanstack/react-query';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { useNow } from '../../api/clock';
import { sourceGuideQuery } from '../../api/setupQueries';
import { Spinner } from '../../kit/Spinner';
import { CallProblem } from '../parts/CallProblem';
import { PendoSteps } from '../parts/PendoSteps';
import { SendTestEvent } from '../parts/SendTestEvent';
import { Settling, useSettling } from '../parts/Settling';
import { TestEvents } from '../parts/TestEvents';
import { Updated } from '../parts/Updated';
import { WebhookAddressCard } from '../parts/WebhookAddressCard';
import { whyNoTest } from '../parts/whyNoTest';
import { Figures } from './Figures';
import styles from './Overview.module.css';
import { RunStrip } from './RunStrip';
import { WhereItGoes } from './WhereItGoes';

interface OverviewProps {
  flow: FlowDetail;
  isFetching: boolean;
  onRefresh: () => void;
}

export function Overview({ flow, isFetching, onRefresh }: OverviewProps) {
  const now = useNow(1000);
  const { data: guide } = useQuery(sourceGuideQuery());
  const settling = useSettling(flow.settlesAt);
  const pendo = flow.row.source.isPendo;
  const blocked = whyNoTest(flow);
  const tests = (
    <TestEvents
      title="Test events"
      dataset={flow.dataset?.name}
      events={flow.testEvents}
      blocked={blocked}
      action={
        flow.testEvents.length === 0 && (
          <SendTestEvent
            size="S"
            flowId={flow.row.id}
            dataset={flow.dataset?.name}
            examples={guide?.examples ?? []}
            settling={settling}
            sent={flow.testEvents.length}
            blocked={blocked}
          />
        )
      }
    />
  );
  return (
    <div className={styles.overview}>
      <div className={styles.sentence}>
        <p className={styles.health}>
          <strong>{flow.row.status.sentence}</strong>
        </p>
        <span className={styles.read}>
          {isFetching && <Spinner size={14} />}{' '}
          <span>
            <Updated at={flow.readAt} />
          </span>
        </span>
        <ActionButton isQuiet size="S" onPress={onRefresh}>
          <Refresh />
          <Text>Refresh</Text>
        </ActionButton>
      </div>
      <Settling left={settling} />
      <Figures flow={flow} now={now} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {/* Once one was sent, its answer is what is waited for. */}
          {flow.webhookAddress && flow.testEvents.length > 0 && tests}
          {flow.runsProblem ? (
            <CallProblem error={flow.runsProblem} onRetry={onRefresh} />
          ) : (
            <RunStrip runs={flow.runs} now={now} />
          )}
          {flow.webhookAddress && (
            <WebhookAddressCard title="Webhook address" address={flow.webhookAddress} />
          )}
          {flow.webhookAddress && flow.testEvents.length === 0 && tests}
        </div>
        <div className={styles.aside}>
          {pendo && guide && <PendoSteps title="In Pendo" steps={guide.source.instructions} look="list" />}
          <WhereItGoes flow={flow} now={now} />
        </div>
      </div>
    </div>
  );
}
