// Fetches what may be needed soon, once the window stands still: one after another and with a rest between, so that what a
// person does meanwhile never waits for all of it.

const SETTLED_MS = 1500;
const REST_MS = 40;

/** What cannot be fetched is passed over. Gives what calls it off. */
export function fetchAhead(parts: readonly (() => Promise<unknown>)[]): () => void {
  let isOff = false;
  let timer = 0;
  const fetchFrom = async (index: number) => {
    await parts[index]?.().catch(() => undefined);
    if (!isOff && index + 1 < parts.length) wait(REST_MS, index + 1);
  };
  const wait = (time: number, index: number) => {
    timer = window.setTimeout(() => void fetchFrom(index), time);
  };
  wait(SETTLED_MS, 0);
  return () => {
    isOff = true;
    window.clearTimeout(timer);
  };
}
