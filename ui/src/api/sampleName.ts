// A sample may have a megabyte: as a part of a query's key its text would be written out on each drawing. Its name
// stands there instead.

const NAMED = new Map<string, string>();
/** How many texts keep their names; an older one gets a new name when it comes back. */
const MOST = 20;
let given = 0;

/** The same text has the same name. */
export function sampleName(text: string): string {
  const known = NAMED.get(text);
  if (known !== undefined) return known;
  const [oldest] = NAMED.keys();
  if (NAMED.size >= MOST && oldest !== undefined) NAMED.delete(oldest);
  given += 1;
  const name = `sample ${given}`;
  NAMED.set(text, name);
  return name;
}
