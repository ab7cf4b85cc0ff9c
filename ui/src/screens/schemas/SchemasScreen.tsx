// Every schema of the sandbox: what its records are, and which datasets use it.

import { Button } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SchemaRow } from '../../api/bindings/SchemaRow';
import { allSchemasQuery } from '../../api/schemaQueries';
import { useSession } from '../../api/session';
import { EmptyState } from '../../kit/EmptyState';
import words from '../../kit/words.module.css';
import { NOTHING } from '../../lib/number';
import { ListFrame, type ListWords } from '../parts/resource/ListFrame';
import { ObjectLink } from '../parts/resource/ObjectLink';
import { ResourceNav } from '../parts/resource/ResourceNav';
import { type Column, ResourceTable } from '../parts/resource/ResourceTable';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import styles from './schemas.module.css';
import { UnfinishedSchemas } from './UnfinishedSchemas';

const WORDS: ListWords = {
  title: 'Schemas',
  one: 'schema',
  many: 'schemas',
  searched: 'titles, classes, IDs',
};

function textsOf({ name, className, id, description, datasets = [] }: SchemaRow): readonly string[] {
  return [name, className, id, description, ...datasets.map(({ name }) => name)];
}

const COLUMNS: readonly Column<SchemaRow>[] = [
  {
    name: 'Class',
    cell: ({ className, profile }) => (
      <>
        {className}
        {profile && <span className={`${words.second} ${styles.inCell}`}>Enabled for Profile</span>}
      </>
    ),
  },
  { name: 'Datasets', cell: ({ datasets }) => <Datasets datasets={datasets} /> },
];

function Datasets({ datasets }: { datasets: SchemaRow['datasets'] | undefined }) {
  const [first, ...rest] = datasets ?? [];
  if (!first) return datasets ? 'None' : NOTHING;
  return (
    <>
      <ObjectLink kind="dataset" id={first.id} className={styles.link} title={first.name}>
        {first.name}
      </ObjectLink>
      {rest.length > 0 && (
        <span className={`${words.second} ${styles.inCell}`} title={rest.map(({ name }) => name).join(', ')}>
          and {rest.length} more
        </span>
      )}
    </>
  );
}

export function SchemasScreen() {
  const session = useSession();
  const navigate = useNavigate();
  const whyNot = useWhyNoWrite();
  const { data: list, error, isFetching, refetch } = useQuery(allSchemasQuery(session.key));
  const add = () => void navigate({ to: '/schemas/new' });
  return (
    <ListFrame
      words={WORDS}
      list={list}
      error={error}
      busy={isFetching}
      onRefresh={() => void refetch()}
      textsOf={textsOf}
      add={{ label: 'New schema', onPress: add, whyNot }}
      beside={
        <>
          <ResourceNav current="schemas" />
          {list && <UnfinishedSchemas makings={list.unfinished} />}
        </>
      }
      empty={
        <EmptyState
          title="No schemas yet"
          text="A schema says which fields a record has. When you connect Pendo, Inlet makes one for you; here you make one from an event of your own."
          facts={[
            { title: 'From an event', text: 'fields and types are read from it' },
            { title: 'Fields are only added', text: 'once there is data, none can be taken away' },
            { title: 'Safe to delete', text: 'Adobe keeps every one that is used' },
          ]}
          actions={
            <Button variant="accent" size="L" isDisabled={whyNot !== undefined} onPress={add}>
              New schema
            </Button>
          }
        />
      }
    >
      {(rows) => <ResourceTable label={WORDS.title} kind="schema" rows={rows} columns={COLUMNS} />}
    </ListFrame>
  );
}
