// What time it is for the session: the platform's clock as the app reckons it. In practice mode an hour passes
// in seconds, so a screen must never compare with this computer's own clock.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Clock } from './bindings/Clock';
import { appStateQuery } from './queries';

/** now = `now` + elapsed × `speed`; `receivedAt` and `localNow` are this computer's milliseconds. */
export function reckon(clock: Clock, receivedAt: number, localNow: number): number {
  return clock.now + (localNow - receivedAt) * clock.speed;
}

/** Milliseconds since 1970 by the session's clock, renewed every `everyMs` of real time. */
export function useNow(everyMs: number): number {
  const { data, dataUpdatedAt } = useQuery(appStateQuery());
  const [localNow, setLocalNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setLocalNow(Date.now()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  const clock = data?.session?.clock;
  // Right after a new reply the last tick is older than the reply: time does not go back.
  return clock ? reckon(clock, dataUpdatedAt, Math.max(localNow, dataUpdatedAt)) : localNow;
}
