// The lists of datasets, source connections, target connections and mappings.
import { Button } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ResourceRow } from '../../api/bindings/ResourceRow';
import { resourcesQuery } from '../../api/resourceQueries';
import { useSession } from '../../api/session';
import { EmptyState } from '../../kit/EmptyState';
import { ListFrame } from '../parts/resource/ListFrame';
import { ResourceNav } from '../parts/resource/ResourceNav';
import { ResourceTable } from '../parts/resource/ResourceTable';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { DATASET, type KindPage, MAPPING, SOURCE, TARGET } from './kinds';

export const DatasetsScreen = () => <List page={DATASET} />;
export const SourceConnectionsScreen = () => <List page={SOURCE} />;
export const TargetConnectionsScreen = () => <List page={TARGET} />;
export const MappingsScreen = () => <List page={MAPPING} />;

const PLACE = {
  dataset: 'datasets',
  source_connection: 'source_connections',
  target_connection: 'target_connections',
  mapping: 'mappings',
} as const;

function textsOf({ name, about, id, description }: ResourceRow): readonly string[] {
  return [name, about, id, description];
}

function List({ page }: { page: KindPage }) {
  const { kind, words, columns, add } = page;
  const session = useSession();
  const navigate = useNavigate();
  const whyNot = useWhyNoWrite();
  const { data: list, error, isFetching, refetch } = useQuery(resourcesQuery(session.key, kind));
  return (
    <ListFrame
      words={words}
      list={list}
      error={error}
      busy={isFetching}
      onRefresh={() => void refetch()}
      textsOf={textsOf}
      add={{ label: add.label, onPress: () => void navigate({ to: add.to }), whyNot }}
      beside={<ResourceNav current={PLACE[kind]} />}
      empty={<Empty page={page} />}
    >
      {(rows) => <ResourceTable label={words.title} kind={kind} rows={rows} columns={columns} />}
    </ListFrame>
  );
}

function Empty({ page: { empty, add } }: { page: KindPage }) {
  const navigate = useNavigate();
  const whyNot = useWhyNoWrite();
  return (
    <EmptyState
      title={empty.title}
      text={empty.text}
      facts={empty.facts}
      actions={
        <>
          <Button
            variant="accent"
            size="L"
            isDisabled={whyNot !== undefined}
            onPress={() => void navigate({ to: '/dataflows/new' })}
          >
            Connect Pendo
          </Button>
          <Button
            variant="secondary"
            size="L"
            isDisabled={whyNot !== undefined}
            onPress={() => void navigate({ to: add.to })}
          >
            {add.label}
          </Button>
        </>
      }
    />
  );
}
