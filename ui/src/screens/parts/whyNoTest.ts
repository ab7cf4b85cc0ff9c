// Why no test event can be sent to a dataflow now; undefined: it can.
import type { FlowDetail } from '../../api/bindings/FlowDetail';

export function whyNoTest({ row }: FlowDetail): string | undefined {
  if (row.source.id === undefined)
    return 'Inlet has no example events of this source, so it sends none to this dataflow.';
  switch (row.state.kind) {
    case 'off':
      return 'This dataflow is off. Events sent now are not ingested.';
    case 'draft':
      return 'This dataflow is a draft. It does not receive events yet.';
    case 'changing':
      return 'This dataflow is changing. Send a test event once that is done.';
    default:
      return undefined;
  }
}
