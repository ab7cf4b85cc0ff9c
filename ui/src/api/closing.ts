// What is typed a moment before the window is told to close is written down first: the shell says that it is about to
// close, and waits a little for the answer.
import { transport } from './transport';

/** What the shell calls it (`closing.rs`). */
const ABOUT_TO_CLOSE = 'inlet-closing';

type Keep = () => Promise<unknown>;

const keepers = new Set<Keep>();

/** `keep` is run before the window closes. The answer takes it back. */
export function beforeClosing(keep: Keep): () => void {
  keepers.add(keep);
  return () => void keepers.delete(keep);
}

/** Listens for the shell, from the first picture on. */
export function watchClosing(): void {
  window.addEventListener(ABOUT_TO_CLOSE, () => {
    // What cannot be written down holds no window open.
    void Promise.allSettled([...keepers].map((keep) => keep())).then(() => transport.mayClose());
  });
}
