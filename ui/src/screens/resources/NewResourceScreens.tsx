// A new dataset and a new target connection: what is picked first, and what is made of the form.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { datasetsQuery, schemasQuery } from '../../api/setupQueries';
import { ChoiceField } from '../../forms/ChoiceField';
import { First } from './First';
import { NewPage } from './NewPage';

export function NewDatasetScreen() {
  const session = useSession();
  const navigate = useNavigate();
  const schemas = useQuery(schemasQuery(session.key));
  const datasets = useQuery(datasetsQuery(session.key));
  const { mutateAsync } = useWrite('create_dataset');
  return (
    <NewPage
      title="New dataset"
      back="Datasets"
      form={{
        noun: 'dataset',
        list: '/datasets',
        draft: 'new dataset',
        pickedField: 'schemaId',
        pickFirst: 'Choose a schema first',
        isDataset: true,
        taken: (datasets.data ?? []).map(({ name }) => name),
        suggest: (id) => schemas.data?.find((schema) => schema.id === id)?.title ?? '',
        pick: (picked, onPick, error) => (
          <ChoiceField
            label="Schema"
            description="Which fields its records have. Only schemas for events are listed."
            list={schemas}
            idOf={({ id }) => id}
            nameOf={({ title }) => title}
            chosen={picked}
            onChoose={onPick}
            error={error}
            emptyText="There is no schema of events here yet, and a dataset needs one. Connect Pendo makes both."
            emptyAction={<First label="New schema" to="/schemas/new" />}
          />
        ),
        create: ({ name, description, picked, errorDiagnostics, tags }) =>
          mutateAsync({ schemaId: picked ?? '', name, description, errorDiagnostics, tags: [...tags] }),
        open: (resourceId) =>
          void navigate({ to: '/datasets/$resourceId', params: { resourceId }, replace: true }),
      }}
    />
  );
}

export function NewTargetConnectionScreen() {
  const session = useSession();
  const navigate = useNavigate();
  const datasets = useQuery(datasetsQuery(session.key));
  const { mutateAsync } = useWrite('create_target_connection');
  return (
    <NewPage
      title="New target connection"
      back="Target connections"
      form={{
        noun: 'target connection',
        list: '/target-connections',
        draft: 'new target connection',
        pickedField: 'datasetId',
        pickFirst: 'Choose a dataset first',
        isDataset: false,
        taken: [],
        suggest: (id) => {
          const name = datasets.data?.find((dataset) => dataset.id === id)?.name;
          return name === undefined ? '' : `${name} (target)`;
        },
        pick: (picked, onPick, error) => (
          <ChoiceField
            label="Dataset"
            description="Where the records go. Its schema comes with it."
            list={datasets}
            idOf={({ id }) => id}
            nameOf={({ name }) => name}
            chosen={picked}
            onChoose={onPick}
            error={error}
            emptyText="There is no dataset for events here yet. Make a dataset first."
            emptyAction={<First label="New dataset" to="/datasets/new" />}
          />
        ),
        create: ({ name, description, picked }) =>
          mutateAsync({ datasetId: picked ?? '', name, description }),
        open: (resourceId) =>
          void navigate({ to: '/target-connections/$resourceId', params: { resourceId }, replace: true }),
      }}
    />
  );
}
