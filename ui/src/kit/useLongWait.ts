// True once something has been going on for so long that a person wants a way out.
import { useEffect, useState } from 'react';

const LONG_MS = 10_000;

export function useLongWait(waiting: boolean, afterMs: number = LONG_MS): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = window.setTimeout(() => setLong(true), afterMs);
    return () => {
      window.clearTimeout(timer);
      setLong(false);
    };
  }, [waiting, afterMs]);
  return waiting && long;
}
