// The fields of a schema as a tree: name, type, what is required and what is an identity. Only the lines in view are
// drawn, so that thousands of fields open at once.

import { SearchField } from '@react-spectrum/s2';
import Key from '@react-spectrum/s2/icons/Key';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { IdentityRole } from '../../api/bindings/IdentityRole';
import type { SchemaField } from '../../api/bindings/SchemaField';
import { Card } from '../../kit/Card';
import { Glyph } from '../../kit/Glyph';
import words from '../../kit/words.module.css';
import { formatCount, plural } from '../../lib/number';
import { matching } from './fields';
import { KIND_WORDS } from './kinds';
import styles from './schemas.module.css';

const ROW_HEIGHT = 36;
const INDENT = 20;

const ROLE_WORDS: Record<IdentityRole, string> = { primary: 'Primary identity', secondary: 'Identity' };

export function FieldTree({ fields }: { fields: readonly SchemaField[] }) {
  const [q, setQ] = useState('');
  const shown = useMemo(() => matching(fields, q), [fields, q]);
  return (
    <Card
      title="Fields"
      aside={
        <span className={styles.count} aria-live="polite">
          {shown.length === fields.length ? '' : `${formatCount(shown.length)} of `}
          {plural(fields.length, 'field', 'fields')}
        </span>
      }
    >
      <div className={styles.tree}>
        {fields.length > 12 && (
          <SearchField
            aria-label="Search fields"
            placeholder="Search names and titles"
            value={q}
            onChange={setQ}
            styles={style({ width: 260 })}
          />
        )}
        {shown.length > 0 ? <Rows fields={shown} /> : <p className={words.second}>No field matches “{q}”.</p>}
      </div>
    </Card>
  );
}

function Rows({ fields }: { fields: readonly SchemaField[] }) {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: fields.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const drawn = virtual.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it
    <section ref={scroller} className={styles.fieldScroll} tabIndex={0} aria-label="Fields of the schema">
      <table className={styles.fields} aria-rowcount={fields.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Field</th>
            <th scope="col">Title</th>
            <th scope="col">Type</th>
            <th scope="col">Marks</th>
          </tr>
        </thead>
        <Gap height={above} />
        <tbody>
          {drawn.map(({ index }) => {
            const field = fields[index];
            return field && <Row key={field.path} field={field} place={index + 2} />;
          })}
        </tbody>
        <Gap height={below} />
      </table>
    </section>
  );
}

function Row({ field, place }: { field: SchemaField; place: number }) {
  const { name, path, title, depth, kind, required, identity } = field;
  return (
    <tr aria-rowindex={place}>
      <th scope="row" title={path}>
        <span className={styles.fieldName} style={{ paddingInlineStart: depth * INDENT }}>
          {name}
        </span>
      </th>
      <td title={title}>{title === name ? '' : title}</td>
      <td>{KIND_WORDS[kind]}</td>
      <td>
        {identity && (
          <span className={styles.mark}>
            <Glyph of={Key} size={14} /> {ROLE_WORDS[identity]}
          </span>
        )}
        {required && <span className={styles.mark}>Required</span>}
      </td>
    </tr>
  );
}

/** The height of the lines that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={4} className={styles.gap} style={{ height }} />
      </tr>
    </tbody>
  );
}
