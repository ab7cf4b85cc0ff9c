// The kinds of objects that a deletion speaks of, in the words of the product.
import type { RemovalKind } from '../../../api/bindings/RemovalKind';
import { TERMS } from '../../../lib/terms';

export const KIND_WORDS: Record<RemovalKind, string> = {
  flow: TERMS.flow,
  source_connection: TERMS.sourceConnection,
  target_connection: TERMS.targetConnection,
  mapping_set: TERMS.mappingSet,
  dataset: 'Dataset',
  schema: 'Schema',
  account: TERMS.baseConnection,
};
