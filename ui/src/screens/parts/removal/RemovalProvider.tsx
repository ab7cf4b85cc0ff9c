// Stands around every page beside the rail: whatever page switches or deletes dataflows, the plan, the progress and
// the outcomes are shown here, and stay when the page changes.
import { type ReactNode, useMemo, useState } from 'react';
import { DeleteDialog } from './DeleteDialog';
import { DeletionBars } from './DeletionBars';
import { SwitchDialog } from './SwitchDialog';
import { type Removal, RemovalContext } from './useRemoval';
import { useSwitching } from './useSwitching';

export function RemovalProvider({ children }: { children: ReactNode }) {
  const { many, close, switchFlows, switchingTo } = useSwitching();
  const [asked, askToDelete] = useState<readonly string[]>([]);
  const removal: Removal = useMemo(
    () => ({ switchFlows, switchingTo, askToDelete }),
    [switchFlows, switchingTo],
  );
  return (
    <RemovalContext value={removal}>
      {children}
      <DeletionBars onPlanAgain={askToDelete} />
      <DeleteDialog flowIds={asked} onClose={() => askToDelete([])} />
      <SwitchDialog
        many={many}
        onClose={close}
        onAgain={(flowIds) => many && switchFlows(flowIds, many.on)}
      />
    </RemovalContext>
  );
}
