// Every account of the sandbox: what it signs in to, and how many dataflows use it.
import { Button } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { accountsQuery } from '../../api/accountQueries';
import type { AccountRow } from '../../api/bindings/AccountRow';
import { useSession } from '../../api/session';
import { EmptyState } from '../../kit/EmptyState';
import { stateWord, TERMS } from '../../lib/terms';
import { ListFrame, type ListWords } from '../parts/resource/ListFrame';
import { type Column, ResourceTable } from '../parts/resource/ResourceTable';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { NoAccountNeeded } from './NoAccountNeeded';

const WORDS: ListWords = {
  title: TERMS.baseConnections,
  one: 'account',
  many: 'accounts',
  searched: 'names, sources, IDs',
};

const COLUMNS: readonly Column<AccountRow>[] = [
  { name: 'Source', cell: ({ source }) => source },
  { name: 'State', cell: ({ state }) => stateWord(state) },
];

function textsOf({ name, source, id, description }: AccountRow): readonly string[] {
  return [name, source, id, description];
}

export function AccountsScreen() {
  const session = useSession();
  const navigate = useNavigate();
  const whyNot = useWhyNoWrite();
  const { data: list, error, isFetching, refetch } = useQuery(accountsQuery(session.key));
  return (
    <ListFrame
      words={WORDS}
      list={list}
      error={error}
      busy={isFetching}
      onRefresh={() => void refetch()}
      textsOf={textsOf}
      add={{ label: 'New account', onPress: () => void navigate({ to: '/accounts/new' }), whyNot }}
      note={<NoAccountNeeded />}
      empty={<NoAccountYet sandbox={session.sandbox.name} />}
    >
      {(rows) => <ResourceTable label={TERMS.baseConnections} kind="account" rows={rows} columns={COLUMNS} />}
    </ListFrame>
  );
}

function NoAccountYet({ sandbox }: { sandbox: string }) {
  const navigate = useNavigate();
  return (
    <EmptyState
      title="Pendo needs no account"
      text={`It sends its events by itself, to a webhook address. ${sandbox} has no accounts, and for Pendo it never needs one.`}
      actions={
        <>
          <Button variant="accent" size="L" onPress={() => void navigate({ to: '/dataflows/new' })}>
            Connect Pendo
          </Button>
          <Button variant="secondary" size="L" onPress={() => void navigate({ to: '/accounts/new' })}>
            New account for another source
          </Button>
        </>
      }
      facts={[
        { title: 'What an account is', text: 'how Adobe signs in to a source that it fetches from' },
        { title: 'Secrets go one way', text: 'to Adobe; Inlet keeps none and never shows one' },
        { title: 'Safe to delete', text: 'Adobe keeps every account that a dataflow uses' },
      ]}
    />
  );
}
