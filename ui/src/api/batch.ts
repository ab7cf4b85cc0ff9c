// Many small reads in one call: what is asked for within a moment is fetched together, in blocks of a limit.

interface Waiting<T> {
  resolve: (value: T | undefined) => void;
  reject: (cause: unknown) => void;
}

/**
 * Makes a function that reads one item by its id. `fetchAll` gets the ids of a block and answers by id; an id
 * that it leaves out becomes `undefined`.
 */
export function batched<T>(
  fetchAll: (ids: string[]) => Promise<Map<string, T>>,
  { limit, waitMs }: { limit: number; waitMs: number },
): (id: string) => Promise<T | undefined> {
  let waiting = new Map<string, Waiting<T>[]>();

  const flush = () => {
    const now = waiting;
    waiting = new Map();
    const ids = [...now.keys()];
    for (let start = 0; start < ids.length; start += limit) {
      const block = ids.slice(start, start + limit);
      const settle = (how: (one: Waiting<T>, id: string) => void) => {
        for (const id of block) for (const one of now.get(id) ?? []) how(one, id);
      };
      fetchAll(block).then(
        (found) => settle((one, id) => one.resolve(found.get(id))),
        (cause) => settle((one) => one.reject(cause)),
      );
    }
  };

  return (id) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) setTimeout(flush, waitMs);
      waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }]);
    });
}
