// The test events of a dataflow, with the way to send the first; nothing where there is no address to send to.
import { useQuery } from '@tanstack/react-query';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { sourceGuideQuery } from '../../api/setupQueries';
import { SendTestEvent } from '../parts/SendTestEvent';
import type { useSettling } from '../parts/Settling';
import { TestEvents } from '../parts/TestEvents';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { whyNoTest } from '../parts/whyNoTest';

interface FlowTestsProps {
  flow: FlowDetail;
  settling: ReturnType<typeof useSettling>;
}

export function FlowTests({ flow, settling }: FlowTestsProps) {
  const { data: guide } = useQuery(sourceGuideQuery());
  const blocked = useWhyNoWrite() ?? whyNoTest(flow);
  if (!flow.webhookAddress) return null;
  return (
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
}
