// How to copy is the shell's business; the kit only needs a way to ask for it. The app provides one.
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';

export type CopyText = (text: string) => Promise<void>;

async function refuse(): Promise<void> {
  throw new Error('no clipboard was provided');
}

export const ClipboardContext = createContext<CopyText>(refuse);

export type CopyState = 'idle' | 'copied' | 'failed';

const SHOWN_FOR_MS = 2000;

/** Copies, and says for two seconds whether it worked. */
export function useCopy(): { state: CopyState; copy: (text: string) => void } {
  const copyText = useContext(ClipboardContext);
  const [state, setState] = useState<CopyState>('idle');
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const copy = useCallback(
    (text: string) => {
      const show = (next: CopyState) => {
        setState(next);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setState('idle'), SHOWN_FOR_MS);
      };
      copyText(text).then(
        () => show('copied'),
        () => show('failed'),
      );
    },
    [copyText],
  );
  return { state, copy };
}
