import type { Destination } from './bindings/Destination';

/**
 * Names the schema behind a destination, and the source that its lines are for: the dataset's name does not change
 * which fields there are.
 */
export function destinationKey(source: string, destination: Destination): string {
  switch (destination.kind) {
    case 'starter':
      return `starter ${source}`;
    case 'shape': {
      const { fields, class: of, fieldGroups, identities } = destination;
      return `shape ${JSON.stringify([fields, of, fieldGroups, identities])} ${source}`;
    }
    case 'existing_schema':
      return `schema ${destination.schemaId} ${source}`;
    case 'existing_dataset':
      return `dataset ${destination.datasetId} ${source}`;
  }
}
