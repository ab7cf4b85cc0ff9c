// On or off, beside a dataflow's name. It shows where it is on its way to; other states are said by the status beside
// it, and cannot be switched.
import { Switch } from '@react-spectrum/s2';
import type { FlowRow } from '../../../api/bindings/FlowRow';
import { stateWord } from '../../../lib/terms';
import { useWhyNoWrite } from '../useWhyNoWrite';
import styles from './FlowSwitch.module.css';
import { useRemoval } from './useRemoval';

export function FlowSwitch({ flow }: { flow: FlowRow }) {
  const { switchFlows, switchingTo } = useRemoval();
  const why = useWhyNoWrite();
  const to = switchingTo(flow.id);
  const { state } = flow;
  if (state.kind !== 'on' && state.kind !== 'off') return null;
  const on = to ?? state.kind === 'on';
  return (
    <Switch
      size="S"
      UNSAFE_className={styles.target ?? ''}
      isSelected={on}
      isDisabled={to !== undefined || why !== undefined}
      onChange={(wanted) => switchFlows([flow.id], wanted)}
      aria-label={`${flow.name}: on or off`}
    >
      {to === undefined ? stateWord(state) : on ? 'Switching on…' : 'Switching off…'}
    </Switch>
  );
}
