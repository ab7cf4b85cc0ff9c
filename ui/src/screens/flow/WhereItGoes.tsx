// The objects that this dataflow joins, each a link to its page.
import type { ReactNode } from 'react';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import type { NamedObject } from '../../api/bindings/NamedObject';
import { Card } from '../../kit/Card';
import { Time } from '../../kit/Time';
import { NOTHING, plural } from '../../lib/number';
import { longDate } from '../../lib/time';
import { type ObjectKind, ObjectLink } from '../parts/resource/ObjectLink';
import styles from './WhereItGoes.module.css';

export function WhereItGoes({ flow, now }: { flow: FlowDetail; now: number }) {
  const { row, dataset, schema, mapping, sourceConnection, targetConnection } = flow;
  return (
    <Card title="About this dataflow">
      <dl className={styles.facts}>
        {row.description !== '' && <Fact term="Description">{row.description}</Fact>}
        <Fact term="From">{row.source.name}</Fact>
        <Fact term="To">{dataset ? <Part kind="dataset" of={dataset} /> : NOTHING}</Fact>
        {schema && (
          <Fact term="Schema">
            <Part kind="schema" of={schema} />
          </Fact>
        )}
        {mapping && (
          <Fact term="Mapping">
            <ObjectLink kind="mapping" id={mapping.id} className={styles.link}>
              {mapping.lines === undefined
                ? 'Field mappings'
                : plural(mapping.lines, 'field mapping', 'field mappings')}
            </ObjectLink>
            {mapping.version !== undefined && `, version ${mapping.version}`}
          </Fact>
        )}
        {sourceConnection && (
          <Fact term="Source connection">
            <Part kind="source_connection" of={sourceConnection} />
          </Fact>
        )}
        {targetConnection && (
          <Fact term="Target connection">
            <Part kind="target_connection" of={targetConnection} />
          </Fact>
        )}
        <Fact term="Created">
          <Time at={row.createdAt}>{longDate(row.createdAt, now)}</Time>
          {row.createdBy !== '' && ` by ${row.createdBy}`}
        </Fact>
        <Fact term="Updated">
          <Time at={row.updatedAt}>{longDate(row.updatedAt, now)}</Time>
          {row.updatedBy !== '' && ` by ${row.updatedBy}`}
        </Fact>
      </dl>
    </Card>
  );
}

function Part({ kind, of: { id, name } }: { kind: ObjectKind; of: NamedObject }) {
  return (
    <ObjectLink kind={kind} id={id} className={styles.link} title={name}>
      {name}
    </ObjectLink>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
