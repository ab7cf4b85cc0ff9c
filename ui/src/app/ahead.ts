// Fetches what may be needed soon, while the window stands still: one part after another, each only once nobody has
// typed or moved anything for a while, so that what a person does never waits for it.

const SETTLED_MS = 1500;
const REST_MS = 40;
/** What a person does with the page. A pointer that only passes over it is no work. */
const DEEDS = ['keydown', 'pointerdown', 'wheel'] as const;

/** What cannot be fetched is passed over. Gives what calls it off. */
export function fetchAhead(parts: readonly (() => Promise<unknown>)[]): () => void {
  let next = 0;
  let isFetching = false;
  let timer = 0;
  let lastDeed = Number.NEGATIVE_INFINITY;
  const wait = (time: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void fetchNext(), time);
  };
  const fetchNext = async () => {
    const part = parts[next];
    next += 1;
    isFetching = true;
    await part?.().catch(() => undefined);
    isFetching = false;
    if (next >= parts.length) end();
    else wait(rest());
  };
  const rest = () => Math.max(REST_MS, lastDeed + SETTLED_MS - performance.now());
  const onDeed = () => {
    lastDeed = performance.now();
    if (!isFetching && next < parts.length) wait(SETTLED_MS);
  };
  const end = () => {
    next = parts.length;
    window.clearTimeout(timer);
    for (const deed of DEEDS) window.removeEventListener(deed, onDeed, true);
  };
  for (const deed of DEEDS) window.addEventListener(deed, onDeed, { capture: true, passive: true });
  wait(SETTLED_MS);
  return end;
}
