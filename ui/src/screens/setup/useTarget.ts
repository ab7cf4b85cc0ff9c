// The schema behind a destination: known for a new place, asked for otherwise.
import type { Destination } from '../../api/bindings/Destination';
import type { SetupDefaults } from '../../api/bindings/SetupDefaults';
import { type SuggestingTarget, useTargetFields } from '../parts/mapping/useTargetFields';

export function useTarget(destination: Destination, defaults: SetupDefaults): SuggestingTarget {
  const { starterFields, starterLines, source } = defaults;
  const starter = destination.kind === 'starter';
  const asked = useTargetFields(source.id, destination, !starter);
  if (!starter) return asked;
  return { fields: starterFields, suggestedLines: starterLines, ready: true, error: null, retry: () => {} };
}
