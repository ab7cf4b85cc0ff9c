// Says that somebody else was quicker, when and who.
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import type { ReactNode } from 'react';
import { useNow } from '../../../api/clock';
import { Glyph } from '../../../kit/Glyph';
import { Strip } from '../../../kit/Strip';
import { Time } from '../../../kit/Time';
import { whoWord } from '../../../lib/terms';
import { recentTime } from '../../../lib/time';

interface TheirChangeProps {
  at: number | undefined;
  by: string;
  /** What to do now. */
  children: ReactNode;
}

export function TheirChange({ at, by, children }: TheirChangeProps) {
  const now = useNow(60_000);
  return (
    <Strip tone="notice" alert>
      <Glyph of={AlertTriangle} size={16} tone="notice" />
      <span>
        <strong>Someone else changed this</strong>
        {by !== '' && <span title={by}> ({whoWord(by)})</span>}
        {at !== undefined && (
          <>
            , <Time at={at}>{recentTime(at, now)}</Time>
          </>
        )}
        . Nothing of yours was sent. {children}
      </span>
    </Strip>
  );
}
