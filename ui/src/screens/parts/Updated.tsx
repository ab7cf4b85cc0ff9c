// How long ago something was read, in real seconds: in practice mode the session's clock runs many times faster
// than the person waits.
import { useNow } from '../../api/clock';
import { useSession } from '../../api/session';
import { Time } from '../../kit/Time';
import { freshness } from '../../lib/time';

export function Updated({ at }: { at: number }) {
  const now = useNow(1000);
  const { clock } = useSession();
  const passed = now - at;
  // A clock that stands still tells nothing about the wait.
  const waited = clock.speed > 0 ? passed / clock.speed : passed;
  return (
    <>
      Updated <Time at={at}>{freshness(now - waited, now)}</Time>
    </>
  );
}
