// Kinds of objects in the words of the product.
import type { LinkKind } from '../../../api/bindings/LinkKind';
import { TERMS } from '../../../lib/terms';

interface KindWords {
  /** On its own. */
  label: string;
  /** In the middle of a sentence. */
  one: string;
  many: string;
}

export const KIND_WORDS: Record<LinkKind, KindWords> = {
  dataflow: { label: TERMS.flow, one: 'dataflow', many: 'dataflows' },
  schema: { label: 'Schema', one: 'schema', many: 'schemas' },
  dataset: { label: 'Dataset', one: 'dataset', many: 'datasets' },
  source_connection: { label: TERMS.sourceConnection, one: 'source connection', many: 'source connections' },
  target_connection: { label: TERMS.targetConnection, one: 'target connection', many: 'target connections' },
  mapping: { label: TERMS.mappingSet, one: 'mapping', many: 'mappings' },
  account: { label: TERMS.baseConnection, one: 'account', many: 'accounts' },
};
