import { plural } from '../../../lib/number';

/** Why a mapping cannot be saved here: lines of it that this app cannot write would be lost. */
export function whyNotWritable(leftOut: number): string | undefined {
  if (leftOut === 0) return undefined;
  const lines = plural(leftOut, 'field mapping', 'field mappings');
  return `Inlet cannot write ${lines} of this mapping, such as fixed texts. Change it in Experience Platform.`;
}
