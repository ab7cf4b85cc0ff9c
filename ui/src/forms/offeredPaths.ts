// Which of the known paths are offered for what has been typed.
export interface PathOption {
  path: string;
  /** Beside the path: what it holds, or its title and type. */
  about: string;
}

export interface Offer {
  paths: readonly PathOption[];
  /** How many more there are. */
  more: number;
}

/** More are quick neither to draw nor to look through. */
const MOST = 50;

/** Those that hold what was typed; without that all of them, as far as they are offered. */
export function offeredPaths(options: readonly PathOption[], typed: string): Offer {
  const word = typed.trim().toLowerCase();
  const found = word === '' ? options : options.filter(({ path }) => path.toLowerCase().includes(word));
  return { paths: found.slice(0, MOST), more: Math.max(0, found.length - MOST) };
}
