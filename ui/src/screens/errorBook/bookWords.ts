// Words around the entries of the error book.
import type { BookEntry } from '../../api/bindings/BookEntry';
import type { BookService } from '../../api/bindings/BookService';
import type { Owner } from '../../api/bindings/Owner';

export const SERVICE_WORDS: Record<BookService, string> = {
  ingestion: 'Events in runs',
  flow_service: 'Flow Service',
  source_provider: 'Sources, through Flow Service',
  schema_registry: 'Schema Registry',
  gateway: 'Adobe’s gateway',
  streaming_endpoint: 'Streaming endpoint',
  catalog: 'Catalog',
  data_prep: 'Data Prep',
  sandboxes: 'Sandboxes',
  identities: 'Identity Service',
};

export const OWNER_WORDS: Record<Owner, string> = {
  you: 'You',
  administrator: 'Your Adobe administrator',
  adobe: 'Adobe',
  source: 'Whoever looks after the webhook in the source',
  network: 'Your network or IT department',
  inlet: 'Inlet',
};

/** Codes of one entry in a line: the first, and how many more there are. */
export function codesInShort({ codes }: BookEntry): string {
  const [first = '', second] = codes;
  if (!second) return first;
  return codes.length === 2 ? `${first}, ${second}` : `${first} and ${codes.length - 1} more`;
}

/** What to send to support about an entry. */
export function entryForSupport(entry: BookEntry): string {
  return [
    `Service: ${SERVICE_WORDS[entry.service]}`,
    `Code: ${entry.codes.join(', ')}`,
    `What it means: ${entry.name}. ${entry.what}`,
    `Whose it is: ${OWNER_WORDS[entry.owner]}`,
    `Next: ${entry.next}`,
  ].join('\n');
}

/** Entries by service, in the order in which they come. */
export function byService(entries: readonly BookEntry[]): [BookService, BookEntry[]][] {
  const groups = new Map<BookService, BookEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.service);
    if (group) group.push(entry);
    else groups.set(entry.service, [entry]);
  }
  return [...groups];
}
