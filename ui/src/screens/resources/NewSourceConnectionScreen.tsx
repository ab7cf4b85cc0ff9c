// A new source connection: which product sends the events.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../api/mutations';
import { sourcesQuery } from '../../api/setupQueries';
import { ChoiceField } from '../../forms/ChoiceField';
import { NewPage } from './NewPage';

export function NewSourceConnectionScreen() {
  const navigate = useNavigate();
  const sources = useQuery(sourcesQuery());
  const { mutateAsync } = useWrite('create_source_connection');
  return (
    <NewPage
      title="New source connection"
      back="Source connections"
      form={{
        noun: 'source connection',
        list: '/source-connections',
        draft: 'new source connection',
        pickedField: 'sourceId',
        pickFirst: 'Choose a source first',
        isDataset: false,
        taken: [],
        suggest: (id) => {
          const name = sources.data?.find(({ source }) => source.id === id)?.source.name;
          return name === undefined ? '' : `${name} events (source)`;
        },
        pick: (picked, onPick, error) => (
          <ChoiceField
            label="Source"
            description="The product that sends the events. It sends them by itself, so no account is needed."
            list={sources}
            idOf={({ source }) => source.id}
            nameOf={({ source }) => source.name}
            chosen={picked}
            onChoose={onPick}
            error={error}
            emptyText="No source can be set up here."
          />
        ),
        create: ({ name, description, picked }) => mutateAsync({ sourceId: picked ?? '', name, description }),
        open: (resourceId) =>
          void navigate({ to: '/source-connections/$resourceId', params: { resourceId }, replace: true }),
      }}
    />
  );
}
