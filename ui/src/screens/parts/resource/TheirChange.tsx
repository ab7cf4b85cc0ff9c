// Says that somebody else was quicker, when and who.
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import type { ReactNode } from 'react';
import { Glyph } from '../../../kit/Glyph';
import { Strip } from '../../../kit/Strip';
import { Time } from '../../../kit/Time';
import { whoWord } from '../../../lib/terms';
import { clockTime } from '../../../lib/time';

interface TheirChangeProps {
  at: number | undefined;
  by: string;
  /** What to do now. */
  children: ReactNode;
}

export function TheirChange({ at, by, children }: TheirChangeProps) {
  return (
    <Strip tone="notice" alert>
      <Glyph of={AlertTriangle} size={16} tone="notice" />
      <span>
        <strong>Someone else changed this</strong>
        {at !== undefined && (
          <>
            {' '}
            at <Time at={at}>{clockTime(at)}</Time>
          </>
        )}
        {by !== '' && <span title={by}> ({whoWord(by)})</span>}. Nothing of yours was sent. {children}
      </span>
    </Strip>
  );
}
