// The lists of resources side by side, each a page of its own.
import { Link } from '@tanstack/react-router';
import type { PagePath } from '../pagePath';
import styles from './ResourceNav.module.css';

type Place = 'datasets' | 'schemas' | 'source_connections' | 'target_connections' | 'mappings';

const PLACES: readonly { id: Place; to: PagePath; label: string }[] = [
  { id: 'datasets', to: '/datasets', label: 'Datasets' },
  { id: 'schemas', to: '/schemas', label: 'Schemas' },
  { id: 'source_connections', to: '/source-connections', label: 'Source connections' },
  { id: 'target_connections', to: '/target-connections', label: 'Target connections' },
  { id: 'mappings', to: '/mappings', label: 'Mappings' },
];

export function ResourceNav({ current }: { current: Place }) {
  return (
    <nav className={styles.nav} aria-label="Resources">
      <ul>
        {PLACES.map(({ id, to, label }) => (
          <li key={id}>
            <Link to={to} className={styles.link} aria-current={id === current ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
