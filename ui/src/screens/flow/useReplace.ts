// The way to another dataflow in place of one; undefined where Inlet cannot make such a one.
import { useNavigate } from '@tanstack/react-router';
import type { FlowDetail } from '../../api/bindings/FlowDetail';

export function useReplace({ row }: FlowDetail): (() => void) | undefined {
  const navigate = useNavigate();
  if (row.source.id === undefined) return undefined;
  return () => void navigate({ to: '/dataflows/new', search: { replace: row.id } });
}
