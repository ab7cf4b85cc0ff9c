// The rows of the list with the freshest status known: the list's own, overtaken by that of the last 24 hours
// once those of a row have been read.
import { type QueryCacheNotifyEvent, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import type { FlowDay } from '../../api/bindings/FlowDay';
import type { FlowRow } from '../../api/bindings/FlowRow';
import type { FlowStatus } from '../../api/bindings/FlowStatus';
import { FLOW_DAYS, KEYS } from '../../api/queries';
import { type ListedFlow, withStatus } from './rows';

export function useListedFlows(session: string, rows: readonly FlowRow[]): ListedFlow[] {
  const known = useKnownStatuses(session);
  return useMemo(() => withStatus(rows, known), [rows, known]);
}

function useKnownStatuses(session: string): ReadonlyMap<string, FlowStatus> {
  const client = useQueryClient();
  const snapshot = useRef<ReadonlyMap<string, FlowStatus>>(new Map());

  const subscribe = useCallback(
    (onChange: () => void) => {
      const read = () => {
        const days = client.getQueriesData<FlowDay | null>({
          queryKey: [...KEYS.session(session), FLOW_DAYS],
        });
        const found = days.flatMap(([, day]) => (day ? [[day.flowId, day.status] as const] : []));
        snapshot.current = new Map(found);
        onChange();
      };
      // Days arrive in blocks; one look after each block is enough.
      let pending = false;
      const soon = (event: QueryCacheNotifyEvent) => {
        if (pending || !isDayRead(event)) return;
        pending = true;
        queueMicrotask(() => {
          pending = false;
          read();
        });
      };
      read();
      return client.getQueryCache().subscribe(soon);
    },
    [client, session],
  );
  return useSyncExternalStore(subscribe, () => snapshot.current);
}

function isDayRead(event: QueryCacheNotifyEvent): boolean {
  return (
    event.type === 'updated' && event.action.type === 'success' && event.query.queryKey.includes(FLOW_DAYS)
  );
}
