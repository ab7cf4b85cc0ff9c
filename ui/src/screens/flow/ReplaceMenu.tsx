// What is rarely done with a dataflow: making another one in its place.
import { ActionMenu, MenuItem } from '@react-spectrum/s2';
import { useNavigate } from '@tanstack/react-router';
import type { FlowDetail } from '../../api/bindings/FlowDetail';

export function ReplaceMenu({ flow: { row } }: { flow: FlowDetail }) {
  const navigate = useNavigate();
  const replace = () => void navigate({ to: '/dataflows/new', search: { replace: row.id } });
  if (!row.source.isPendo) return null;
  return (
    <ActionMenu isQuiet aria-label={`More for ${row.name}`} onAction={replace}>
      <MenuItem id="replace">Replace with another dataset or schema…</MenuItem>
    </ActionMenu>
  );
}
