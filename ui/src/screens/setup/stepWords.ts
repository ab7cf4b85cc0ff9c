// The steps of a set-up as people read them.
import type { StepKind } from '../../api/bindings/StepKind';

export const STEP_WORDS: Record<StepKind, string> = {
  check: 'Check',
  field_group: 'Description of events',
  schema: 'Schema',
  identity: 'Identity',
  dataset: 'Dataset',
  source_connection: 'Source connection',
  target_connection: 'Target connection',
  mapping_set: 'Mapping',
  flow: 'Dataflow',
  streaming_endpoint: 'Webhook address',
};
