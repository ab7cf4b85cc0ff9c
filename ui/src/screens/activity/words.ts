// Kinds and outcomes of the activity, as words.
import type { ActivityKind } from '../../api/bindings/ActivityKind';
import type { ActivityOutcome } from '../../api/bindings/ActivityOutcome';

export const KIND_WORDS: readonly { id: ActivityKind; label: string }[] = [
  { id: 'dataflow', label: 'Dataflows' },
  { id: 'source_connection', label: 'Source connections' },
  { id: 'target_connection', label: 'Target connections' },
  { id: 'account', label: 'Accounts' },
  { id: 'mapping', label: 'Mappings' },
  { id: 'dataset', label: 'Datasets' },
  { id: 'schema', label: 'Schemas' },
  { id: 'event_fields', label: 'Event fields' },
  { id: 'identity', label: 'Identity fields' },
  { id: 'other', label: 'Other' },
];

export const OUTCOME_WORDS: readonly { id: ActivityOutcome; label: string }[] = [
  { id: 'done', label: 'Done' },
  { id: 'refused', label: 'Refused' },
  { id: 'unknown', label: 'No answer' },
  { id: 'not_sent', label: 'Not sent' },
];
