// The way to the form for field mappings: here while no dataflow uses them, else in the dataflow that does.
import { Button } from '@react-spectrum/s2';
import { useNavigate } from '@tanstack/react-router';
import type { ResourceDetail } from '../../api/bindings/ResourceDetail';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';

export function EditLines({ resource }: { resource: ResourceDetail }) {
  const navigate = useNavigate();
  const offline = useWhyNoWrite();
  const { row, usedBy } = resource;
  // Who uses it is not known: nothing of it is changed then.
  if (!usedBy) return null;
  const [flow, ...others] = usedBy;
  if (others.length > 0) return null;
  const edit = () =>
    flow
      ? void navigate({ to: '/dataflows/$flowId/mapping', params: { flowId: flow.id } })
      : void navigate({ to: '/mappings/$resourceId/edit', params: { resourceId: row.id } });
  return (
    <Button size="S" variant="secondary" onPress={edit} isDisabled={offline !== undefined}>
      Edit field mappings
    </Button>
  );
}
