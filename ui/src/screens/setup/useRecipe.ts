// Using a recipe: what the wizard starts from for its source is read first, then its form takes the place of what
// was filled in.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SetupDefaults } from '../../api/bindings/SetupDefaults';
import type { SetupForm } from '../../api/bindings/SetupForm';
import { useSession } from '../../api/session';
import { setupDefaultsQuery } from '../../api/setupQueries';

export interface RecipeUse {
  take: (form: SetupForm) => void;
  isPending: boolean;
  error: Error | null;
  again: () => void;
}

export function useRecipe(onTaken: (form: SetupForm, defaults: SetupDefaults) => void): RecipeUse {
  const session = useSession();
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: ({ source }: SetupForm) => client.fetchQuery(setupDefaultsQuery(session.key, source)),
    onSuccess: (defaults, form) => onTaken(form, defaults),
  });
  return {
    take: read.mutate,
    isPending: read.isPending,
    error: read.error,
    again: () => {
      if (read.variables !== undefined) read.mutate(read.variables);
    },
  };
}
