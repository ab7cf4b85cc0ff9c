// The test events of a dataflow, with the way to send the first; nothing where there is no address to send to.
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { SendTestEvent } from '../parts/SendTestEvent';
import type { useSettling } from '../parts/Settling';
import { TestEvents } from '../parts/TestEvents';
import { useSource } from '../parts/useSource';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { whyNoTest } from '../parts/whyNoTest';

interface FlowTestsProps {
  flow: FlowDetail;
  settling: ReturnType<typeof useSettling>;
}

export function FlowTests({ flow, settling }: FlowTestsProps) {
  const guide = useSource(flow.row.source.id);
  const blocked = useWhyNoWrite() ?? whyNoTest(flow);
  if (!flow.webhookAddress) return null;
  return (
    <TestEvents
      title="Test events"
      dataset={flow.dataset?.name}
      events={flow.testEvents}
      source={flow.row.source.name}
      blocked={blocked}
      action={
        flow.testEvents.length === 0 && (
          <SendTestEvent
            size="S"
            flowId={flow.row.id}
            dataset={flow.dataset?.name}
            guide={guide}
            settling={settling}
            sent={flow.testEvents.length}
            blocked={blocked}
          />
        )
      }
    />
  );
}
