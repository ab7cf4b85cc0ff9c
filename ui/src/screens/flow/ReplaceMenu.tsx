// What is rarely done with a dataflow: making another one in its place.
import { ActionMenu, MenuItem } from '@react-spectrum/s2';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { useReplace } from './useReplace';

export function ReplaceMenu({ flow }: { flow: FlowDetail }) {
  const replace = useReplace(flow);
  if (!replace) return null;
  return (
    <ActionMenu isQuiet aria-label={`More for ${flow.row.name}`} onAction={replace}>
      <MenuItem id="replace">Replace with another dataset or schema…</MenuItem>
    </ActionMenu>
  );
}
