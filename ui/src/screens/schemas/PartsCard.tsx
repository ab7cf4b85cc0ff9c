// What a schema is made of: its class and its field groups, as Adobe calls them.

import type { SchemaDetail } from '../../api/bindings/SchemaDetail';
import { Card } from '../../kit/Card';
import words from '../../kit/words.module.css';
import styles from './schemas.module.css';

export function PartsCard({ schema: { row, fieldGroups } }: { schema: SchemaDetail }) {
  return (
    <Card title="Uses">
      <ul className={styles.parts}>
        <li>
          <span className={styles.kind}>Class</span>
          {row.className}
        </li>
        {fieldGroups.map(({ id, title, own, onlyHere }) => (
          <li key={id} title={title}>
            <span className={styles.kind}>{own ? 'Field group' : 'Adobe field group'}</span>
            {title}
            {own && !onlyHere && (
              <span className={`${words.second} ${styles.block}`}>Other schemas use it too</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
