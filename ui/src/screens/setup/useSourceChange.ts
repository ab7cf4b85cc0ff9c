// Choosing another source: its names, fields and lines are read first, then take the place of the former ones.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SetupDefaults } from '../../api/bindings/SetupDefaults';
import { useSession } from '../../api/session';
import { setupDefaultsQuery } from '../../api/setupQueries';

export interface SourceChange {
  choose: (id: string) => void;
  /** The one that is being read. */
  pending: string | undefined;
  error: Error | null;
  again: () => void;
}

export function useSourceChange(onRead: (defaults: SetupDefaults) => void): SourceChange {
  const session = useSession();
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: (id: string) => client.fetchQuery(setupDefaultsQuery(session.key, id)),
    onSuccess: onRead,
  });
  return {
    choose: read.mutate,
    pending: read.isPending ? read.variables : undefined,
    error: read.error,
    again: () => {
      if (read.variables !== undefined) read.mutate(read.variables);
    },
  };
}
