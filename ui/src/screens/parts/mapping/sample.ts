// Which event the workbench works with: one of the examples, or the person's own.
import type { ExampleEvent } from '../../../api/bindings/ExampleEvent';

export type SampleChoice = { kind: 'example'; id: string } | { kind: 'own'; text: string };

/** The text of the sample in use; an example that no longer exists gives way to the first one. */
export function sampleText(sample: SampleChoice, examples: readonly ExampleEvent[]): string {
  if (sample.kind === 'own') return sample.text;
  const example = examples.find(({ id }) => id === sample.id) ?? examples[0];
  return example?.text ?? '';
}
