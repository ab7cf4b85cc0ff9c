// The way from a resource back to its list.
import { Link } from '@tanstack/react-router';
import type { PagePath } from '../pagePath';
import styles from './DetailFrame.module.css';

export function BackLink({ to, children }: { to: PagePath; children: string }) {
  return (
    <Link to={to} className={styles.back}>
      <span aria-hidden="true">‹</span> {children}
    </Link>
  );
}
