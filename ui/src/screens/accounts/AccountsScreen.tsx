// Every account of the sandbox: what it signs in to, and how many dataflows use it.
import { ActionButton, Button, SearchField, Text, Tooltip, TooltipTrigger } from '@react-spectrum/s2';
import Add from '@react-spectrum/s2/icons/Add';
import Refresh from '@react-spectrum/s2/icons/Refresh';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { accountsQuery } from '../../api/accountQueries';
import type { AccountList } from '../../api/bindings/AccountList';
import type { AccountRow } from '../../api/bindings/AccountRow';
import { useSession } from '../../api/session';
import { EmptyState } from '../../kit/EmptyState';
import { PageHeading } from '../../kit/PageHeading';
import { useShortcuts } from '../../kit/shortcuts';
import { Time } from '../../kit/Time';
import { formatCount, plural } from '../../lib/number';
import { TERMS } from '../../lib/terms';
import { clockTime } from '../../lib/time';
import { CallProblem } from '../parts/CallProblem';
import { Reading } from '../parts/Reading';
import { Updated } from '../parts/Updated';
import { AccountsTable } from './AccountsTable';
import styles from './accounts.module.css';
import { NoAccountNeeded } from './NoAccountNeeded';

export function AccountsScreen() {
  const session = useSession();
  const { data: list, error, isFetching, refetch } = useQuery(accountsQuery(session.key));
  const search = useRef<HTMLDivElement>(null);
  const [q, setQ] = useState('');
  const refresh = () => void refetch();
  useShortcuts({ r: refresh, '/': () => search.current?.querySelector('input')?.focus() });
  const rows = list?.rows ?? [];
  const shown = rows.filter((row) => matches(row, q));
  const empty = list?.rows.length === 0;
  return (
    <div className={styles.screen}>
      <Head list={list} busy={isFetching} onRefresh={refresh} />
      {error && (
        <div className={styles.trouble}>
          <CallProblem look={list ? 'strip' : 'panel'} error={error} onRetry={refresh} />
        </div>
      )}
      {!list && !error && <Reading what="the accounts" onRetry={refresh} />}
      {empty && !error && <NoAccountYet sandbox={session.sandbox.name} />}
      {list && !empty && (
        <>
          <div className={styles.tools}>
            <NoAccountNeeded />
            <div ref={search}>
              <SearchField
                aria-label="Search accounts"
                placeholder="Search names, sources, IDs"
                value={q}
                onChange={setQ}
                styles={style({ width: 260 })}
              />
            </div>
          </div>
          {list.usesProblem && (
            <div className={styles.trouble}>
              <CallProblem look="strip" tone="notice" error={list.usesProblem} onRetry={refresh} />
            </div>
          )}
          {shown.length > 0 ? (
            <AccountsTable rows={shown} />
          ) : (
            <div className={styles.scroll}>
              <EmptyState
                title="No account matches"
                text={`None of ${plural(rows.length, 'account', 'accounts')} has “${q}” in its name, source or ID.`}
                actions={
                  <Button variant="secondary" onPress={() => setQ('')}>
                    Clear search
                  </Button>
                }
              />
            </div>
          )}
          <footer className={styles.foot}>
            <span aria-live="polite">
              {shown.length === rows.length ? '' : `${formatCount(shown.length)} of `}
              {plural(rows.length, 'account', 'accounts')}
            </span>
            <span>
              Read at <Time at={list.readAt}>{clockTime(list.readAt)}</Time>
            </span>
          </footer>
        </>
      )}
    </div>
  );
}

function matches({ name, source, id, description }: AccountRow, q: string): boolean {
  const wanted = q.trim().toLowerCase();
  return [name, source, id, description].some((text) => text.toLowerCase().includes(wanted));
}

interface HeadProps {
  list: AccountList | undefined;
  busy: boolean;
  onRefresh: () => void;
}

function Head({ list, busy, onRefresh }: HeadProps) {
  const navigate = useNavigate();
  return (
    <header className={styles.listHead}>
      <PageHeading>{TERMS.baseConnections}</PageHeading>
      {list && list.rows.length > 0 && <span className={styles.count}>{formatCount(list.rows.length)}</span>}
      <span className={styles.end}>
        {list && (
          <span className={styles.fresh}>
            <Updated at={list.readAt} />
          </span>
        )}
        <TooltipTrigger>
          <ActionButton isQuiet size="S" aria-label="Refresh the list" onPress={onRefresh} isPending={busy}>
            <Refresh />
          </ActionButton>
          <Tooltip>Refresh (R)</Tooltip>
        </TooltipTrigger>
        {list && list.rows.length > 0 && (
          <Button variant="accent" onPress={() => void navigate({ to: '/accounts/new' })}>
            <Add />
            <Text>New account</Text>
          </Button>
        )}
      </span>
    </header>
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
