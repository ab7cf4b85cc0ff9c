// Which event the workbench works with: one of the examples, or the person's own, which may be several.
import type { ExampleEvent } from '../../../api/bindings/ExampleEvent';

export type SampleChoice =
  | { kind: 'example'; id: string }
  /** `event`: which of several is looked at. */
  | { kind: 'own'; text: string; event?: number | undefined };

/** The text of the sample in use; an example that no longer exists gives way to the first one. */
export function sampleText(sample: SampleChoice, examples: readonly ExampleEvent[]): string {
  if (sample.kind === 'own') return sample.text;
  const example = examples.find(({ id }) => id === sample.id) ?? examples[0];
  return example?.text ?? '';
}

/** Which of its events is looked at. */
export function sampleEvent(sample: SampleChoice): number {
  return sample.kind === 'own' ? (sample.event ?? 0) : 0;
}
