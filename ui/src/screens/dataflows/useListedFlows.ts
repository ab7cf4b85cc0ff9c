// The rows of the list with the freshest status known: the list's own, overtaken by that of the last 24 hours
// once those of a row have been read, until the row has another run.
import { type QueryCacheNotifyEvent, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import type { FlowDay } from '../../api/bindings/FlowDay';
import type { FlowRow } from '../../api/bindings/FlowRow';
import { type KnownFlows, rowOf } from '../../api/flowList';
import { FLOW_DAYS, flowsKey, KEYS } from '../../api/queries';
import { type KnownStatus, type ListedFlow, runKey, withStatus } from './rows';

export function useListedFlows(session: string, rows: readonly FlowRow[]): ListedFlow[] {
  const known = useKnownStatuses(session);
  return useMemo(() => withStatus(rows, known), [rows, known]);
}

function useKnownStatuses(session: string): ReadonlyMap<string, KnownStatus> {
  const client = useQueryClient();
  const snapshot = useRef<ReadonlyMap<string, KnownStatus>>(new Map());

  const subscribe = useCallback(
    (onChange: () => void) => {
      const read = () => {
        const list = client.getQueryData<KnownFlows>(flowsKey(session));
        const queryKey = [...KEYS.session(session), FLOW_DAYS];
        const days = client.getQueryCache().findAll({ queryKey });
        const found = days.flatMap(({ state: { data, dataUpdatedAt: readAt } }) => {
          const day = data as FlowDay | null | undefined;
          if (!day) return [];
          const before = snapshot.current.get(day.flowId);
          if (before?.readAt === readAt) return [[day.flowId, before] as const];
          const row = rowOf(list, day.flowId);
          return row ? [[day.flowId, { status: day.status, run: runKey(row), readAt }] as const] : [];
        });
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
