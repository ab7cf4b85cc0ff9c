// Stands around every page beside the rail: whatever page switches dataflows, the progress and the outcomes are
// shown here, and stay when the page changes.
import { type ReactNode, useMemo } from 'react';
import { SwitchDialog } from './SwitchDialog';
import { type Removal, RemovalContext } from './useRemoval';
import { useSwitching } from './useSwitching';

export function RemovalProvider({ children }: { children: ReactNode }) {
  const { many, close, switchFlows, switchingTo } = useSwitching();
  const removal: Removal = useMemo(() => ({ switchFlows, switchingTo }), [switchFlows, switchingTo]);
  return (
    <RemovalContext value={removal}>
      {children}
      <SwitchDialog
        many={many}
        onClose={close}
        onAgain={(flowIds) => many && switchFlows(flowIds, many.on)}
      />
    </RemovalContext>
  );
}
