// Of a value that is made anew with each drawing, the parts that say the same stay the same things, so that what is
// handed them need not be drawn anew. For plain objects and lists.
import { replaceEqualDeep } from '@tanstack/react-query';
import { useRef } from 'react';

export function useSame<T>(value: T): T {
  const kept = useRef(value);
  kept.current = replaceEqualDeep(kept.current, value);
  return kept.current;
}
