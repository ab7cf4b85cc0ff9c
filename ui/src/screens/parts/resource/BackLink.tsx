// The way from a resource back to its list.
import { Link } from '@tanstack/react-router';
import type { PagePath } from '../pagePath';

export function BackLink({ to, children }: { to: PagePath; children: string }) {
  return <Link to={to}>{children}</Link>;
}
