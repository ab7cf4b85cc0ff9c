// Switching and deleting dataflows, one or many, from wherever a page stands beside the rail.
import { createContext, useContext } from 'react';

export interface Removal {
  /** Switches dataflows; what fails for one is told, for many with one line for each. */
  switchFlows: (flowIds: readonly string[], on: boolean) => void;
  /** Where a dataflow is on its way to, while it is being switched. */
  switchingTo: (flowId: string) => boolean | undefined;
  /** Opens the plan of a deletion; nothing is deleted before it is confirmed. */
  askToDelete: (flowIds: readonly string[]) => void;
}

export const RemovalContext = createContext<Removal | undefined>(undefined);

export function useRemoval(): Removal {
  const removal = useContext(RemovalContext);
  if (!removal) throw new Error('only pages beside the rail switch and delete dataflows');
  return removal;
}
