// The schema behind a destination: its fields, and the lines suggested for it. Known for a new place, asked for
// otherwise.
import { useQuery } from '@tanstack/react-query';
import type { Destination } from '../../api/bindings/Destination';
import type { SetupDefaults } from '../../api/bindings/SetupDefaults';
import { useSession } from '../../api/session';
import { targetFieldsQuery } from '../../api/setupQueries';
import { destinationKey } from './values';

export function useTarget(destination: Destination, defaults: SetupDefaults) {
  const session = useSession();
  const source = defaults.source.id;
  const starter = destination.kind === 'starter';
  const asked = useQuery({
    ...targetFieldsQuery(session.key, destinationKey(source, destination), source, destination),
    enabled: !starter,
  });
  if (starter) {
    const { starterFields, starterLines } = defaults;
    return { fields: starterFields, suggestedLines: starterLines, ready: true, error: null, retry: () => {} };
  }
  return {
    fields: asked.data?.fields ?? [],
    suggestedLines: asked.data?.suggestedLines ?? [],
    ready: asked.data !== undefined,
    error: asked.error,
    retry: () => void asked.refetch(),
  };
}
