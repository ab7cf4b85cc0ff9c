// The way back from offline. While the platform cannot be reached nothing is polled but this; once it answers,
// everything on screen is read again.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from './call';
import { reachInterval } from './polling';
import { KEYS } from './queries';
import { useAppState, useSurroundings } from './session';

export function useReachAgain(): void {
  const client = useQueryClient();
  const { session } = useAppState();
  const around = useSurroundings();
  const { offline } = around;
  const { refetch } = useQuery({
    queryKey: ['reach_platform', session?.key],
    queryFn: async () => {
      client.setQueryData(KEYS.appState, await call('reach_platform'));
      return null;
    },
    enabled: offline,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: reachInterval(around),
    refetchIntervalInBackground: true,
  });

  // The computer's own word is no proof, but a good moment to look.
  useEffect(() => {
    if (!offline) return;
    const look = () => void refetch();
    window.addEventListener('online', look);
    return () => window.removeEventListener('online', look);
  }, [offline, refetch]);

  const was = useRef(offline);
  useEffect(() => {
    if (was.current && !offline) void client.invalidateQueries({ queryKey: ['session'] });
    was.current = offline;
  }, [client, offline]);
}
