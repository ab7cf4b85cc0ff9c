// What is read of accounts. They change rarely: read when looked at and after a change, not by the clock.
import { queryOptions } from '@tanstack/react-query';
import { call } from './call';
import { KEYS } from './queries';

export function accountsQuery(session: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'list_accounts'],
    queryFn: () => call('list_accounts'),
  });
}

export function accountQuery(session: string, accountId: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_account', accountId],
    queryFn: () => call('get_account', { accountId }),
  });
}

/** The forms of all sources; they hold still while somebody fills one in. */
export function accountSourcesQuery(session: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'list_account_sources'],
    queryFn: () => call('list_account_sources'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
