// Why nothing can be written right now: said beside every button that writes, which is off meanwhile.
import { useAppState } from '../../api/session';

/** A sentence, or undefined while writing is possible. Whether it is offline is what the last request said. */
export function useWhyNoWrite(): string | undefined {
  const { session } = useAppState();
  return session?.offline ? WHY_OFFLINE : undefined;
}

const WHY_OFFLINE = 'Offline: nothing can be changed until Experience Platform can be reached again.';
