// Which of the known paths are offered for what has been typed.
export interface PathOption {
  path: string;
  /** A line below the path: what it holds, or its title and type. */
  about: string;
}

/** More are quick neither to draw nor to look through. */
const MOST = 60;

/** Those that hold what was typed; all of them, as far as they are offered, while a known one stands there. */
export function offeredPaths(options: readonly PathOption[], typed: string): PathOption[] {
  const word = typed.trim().toLowerCase();
  const settled = word === '' || options.some(({ path }) => path === typed);
  const found: PathOption[] = [];
  for (const option of options) {
    if (found.length === MOST) break;
    if (settled || option.path.toLowerCase().includes(word)) found.push(option);
  }
  return found;
}
