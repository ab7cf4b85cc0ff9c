// Moves focus to the first field that was refused.
import { type RefObject, useEffect, useRef } from 'react';
import type { Messages } from './authValues';

export function useFirstProblem(messages: Messages): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(messages).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')?.focus();
  }, [messages]);
  return form;
}
