// The schema behind a destination, as the platform has it: its fields, and the lines suggested for it.
import { useQuery } from '@tanstack/react-query';
import type { Destination } from '../../../api/bindings/Destination';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import type { TargetField } from '../../../api/bindings/TargetField';
import { useSession } from '../../../api/session';
import { targetFieldsQuery } from '../../../api/setupQueries';
import type { Target } from './useMapping';

// Always the same ones: what is drawn of them stays.
const NO_FIELDS: readonly TargetField[] = [];
const NO_LINES: readonly MappingLine[] = [];

export interface SuggestingTarget extends Target {
  suggestedLines: readonly MappingLine[];
}

/** Asks nothing while `enabled` is false. */
export function useTargetFields(source: string, destination: Destination, enabled = true): SuggestingTarget {
  const session = useSession();
  const asked = useQuery({ ...targetFieldsQuery(session.key, source, destination), enabled });
  return {
    fields: asked.data?.fields ?? NO_FIELDS,
    suggestedLines: asked.data?.suggestedLines ?? NO_LINES,
    ready: asked.data !== undefined,
    error: asked.error,
    retry: () => void asked.refetch(),
  };
}
