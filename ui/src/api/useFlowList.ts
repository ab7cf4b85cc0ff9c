// The list of dataflows for a screen: polled, renewed whole when a person asks, and the frame told when it shows
// that the network is gone or back.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { call } from './call';
import { type KnownFlows, takeIn } from './flowList';
import { flowsKey, flowsQuery, KEYS } from './queries';
import { useSession, useSurroundings } from './session';

export function useFlowList() {
  const session = useSession();
  const client = useQueryClient();
  const { data: list, error, isFetching, refetch } = useQuery(flowsQuery(session.key, useSurroundings()));
  const [renewing, setRenewing] = useState(false);

  const said = list?.offline;
  const offline = session.offline ?? false;
  useEffect(() => {
    if (said !== undefined && said !== offline) void client.invalidateQueries({ queryKey: KEYS.appState });
  }, [client, said, offline]);

  const renew = useCallback(async () => {
    const key = flowsKey(session.key);
    const known = client.getQueryData<KnownFlows>(key);
    if (!known) return void refetch();
    setRenewing(true);
    try {
      const args = { refresh: true, everything: true, cursor: known.cursor };
      const reply = await call('list_flows', args);
      client.setQueryData<KnownFlows>(key, (now) => takeIn(now, reply));
    } catch {
      // The ordinary way tells what is wrong.
      await refetch();
    }
    setRenewing(false);
  }, [client, session.key, refetch]);

  return { list, error, busy: isFetching || renewing, renew: () => void renew() };
}
