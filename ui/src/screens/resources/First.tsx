// Leads to the form of what has to be made before.
import { Button } from '@react-spectrum/s2';
import { useNavigate } from '@tanstack/react-router';
import type { PagePath } from '../parts/pagePath';

export function First({ label, to }: { label: string; to: PagePath }) {
  const navigate = useNavigate();
  return (
    <Button variant="secondary" onPress={() => void navigate({ to })}>
      {label}
    </Button>
  );
}
