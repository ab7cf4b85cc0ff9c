// Sizes of texts and files, and the limits that a person meets: an event of more than 1 MB is refused by the
// streaming endpoint, so a sample or a test event may not be larger either; a file of events may have 50 MB.
import { locale } from './locale';

export const EVENT_LIMIT_BYTES = 1_000_000;
const FILE_LIMIT_BYTES = 50_000_000;

const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** "612 bytes", "1.4 kB", "20 MB", "1.1 GB" */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  if (bytes < 1_000_000) return `${oneDecimal.format(bytes / 1000)} kB`;
  if (bytes < 1_000_000_000) return `${oneDecimal.format(bytes / 1_000_000)} MB`;
  return `${oneDecimal.format(bytes / 1_000_000_000)} GB`;
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Why a file of this size is no recipe; undefined: it may be one. */
export function whyNoRecipe(bytes: number): string | undefined {
  if (bytes <= EVENT_LIMIT_BYTES) return undefined;
  return `This is ${formatBytes(bytes)}. A recipe has 1 MB at most, so nothing was read.`;
}

/** Why an event of this size is not taken; undefined: it is. */
export function whyTooLarge(bytes: number): string | undefined {
  if (bytes <= EVENT_LIMIT_BYTES) return undefined;
  return `This is ${formatBytes(bytes)}. One event may have 1 MB at most, so nothing was taken over.`;
}

/** Why a file of field mappings of this size is not read; undefined: it is. */
export function whyMappingTooLarge(bytes: number): string | undefined {
  if (bytes <= EVENT_LIMIT_BYTES) return undefined;
  return `This is ${formatBytes(bytes)}. A file of field mappings may have 1 MB at most, so nothing was read.`;
}

/** Why a file of events of this size is not read; undefined: it is. */
export function whyFileTooLarge(bytes: number): string | undefined {
  if (bytes <= FILE_LIMIT_BYTES) return undefined;
  return `This is ${formatBytes(bytes)}. At most 50 MB are read at a time, so nothing was read. Split the file.`;
}
