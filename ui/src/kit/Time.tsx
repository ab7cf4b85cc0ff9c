// A local time with its UTC twin in the tooltip.
import type { ReactNode } from 'react';
import { isKnownTime, utcTime } from '../lib/time';

export function Time({ at, children }: { at: number | undefined; children: ReactNode }) {
  if (!isKnownTime(at)) return <span>{children}</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={utcTime(at)}>
      {children}
    </time>
  );
}
