// A form that opens in place of the button that was pressed takes the focus over, which would be lost with the button.
import { type RefObject, useEffect, useRef } from 'react';

export function useFirstFocus<Place extends HTMLElement>(): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(
    () => place.current?.querySelector<HTMLElement>('button, input:not([type=hidden]), textarea')?.focus(),
    [],
  );
  return place;
}
