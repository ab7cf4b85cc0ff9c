// The objects that this dataflow joins, by name.
import type { ReactNode } from 'react';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { Card } from '../../kit/Card';
import { Time } from '../../kit/Time';
import { NOTHING, plural } from '../../lib/number';
import { longDate } from '../../lib/time';
import styles from './WhereItGoes.module.css';

export function WhereItGoes({ flow, now }: { flow: FlowDetail; now: number }) {
  const { row, dataset, schema, mapping, sourceConnection, targetConnection } = flow;
  return (
    <Card title="About this dataflow">
      <dl className={styles.facts}>
        {row.description !== '' && <Fact term="Description">{row.description}</Fact>}
        <Fact term="From">{row.source.name}</Fact>
        <Fact term="To">{dataset?.name ?? NOTHING}</Fact>
        {schema && <Fact term="Schema">{schema.name}</Fact>}
        {mapping && (
          <Fact term="Mapping">
            {mapping.lines === undefined
              ? 'Field mappings'
              : plural(mapping.lines, 'field mapping', 'field mappings')}
            {mapping.version !== undefined && `, version ${mapping.version}`}
          </Fact>
        )}
        {sourceConnection && <Fact term="Source connection">{sourceConnection.name}</Fact>}
        {targetConnection && <Fact term="Target connection">{targetConnection.name}</Fact>}
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

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
