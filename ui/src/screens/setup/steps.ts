// The wizard's steps: their order, which one a field belongs to, and why one cannot be left yet.
import type { FieldProblem } from '../../api/bindings/FieldProblem';
import { destinationOf, type Values } from './values';

export const STEPS = ['source', 'destination', 'mapping', 'review'] as const;
export type StepId = (typeof STEPS)[number];

/** In the header; the last one is the set-up itself, on its own page. */
export const STEP_NAMES = ['Source', 'Destination', 'Mapping', 'Review', 'Create'] as const;

export interface WizardSearch {
  step?: StepId;
  /** Id of the dataflow that the new one shall replace. */
  replace?: string;
}

export function stepSearch(search: Record<string, unknown>): WizardSearch {
  const step = STEPS.find((id) => id === search.step);
  const { replace } = search;
  return { ...(step && { step }), ...(typeof replace === 'string' && replace !== '' && { replace }) };
}

export function stepAfter(step: StepId): StepId {
  return STEPS[Math.min(STEPS.indexOf(step) + 1, STEPS.length - 1)] ?? 'review';
}

export function stepBefore(step: StepId): StepId {
  return STEPS[Math.max(STEPS.indexOf(step) - 1, 0)] ?? 'source';
}

/** Where a problem of `check_setup` is put right. Unknown fields belong to no step: they are shown in the review. */
export function stepOfField(field: string): Exclude<StepId, 'review'> | undefined {
  const [first] = field.split('.');
  switch (first) {
    case 'name':
    case 'description':
    case 'source':
      return 'source';
    case 'destination':
      return 'destination';
    case 'lines':
    case 'mapping':
      return 'mapping';
    default:
      return undefined;
  }
}

/** The message for one field; camelCase and snake_case name the same field. */
export function messageFor(problems: readonly FieldProblem[], field: string): string | undefined {
  const plain = (name: string) => name.replaceAll('_', '').toLowerCase();
  return problems.find((problem) => plain(problem.field) === plain(field))?.message;
}

/** Why Continue is off; undefined: it is on. The mapping has its own reasons, from the preview. */
export function whyNot(step: StepId, values: Values): string | undefined {
  if (step === 'source') return values.name.trim() === '' ? 'Give the dataflow a name' : undefined;
  if (step !== 'destination') return undefined;
  if (destinationOf(values) === null) {
    return values.destinationKind === 'existing_schema' ? 'Choose a schema' : 'Choose a dataset';
  }
  const needsName = values.destinationKind !== 'existing_dataset';
  return needsName && values.datasetName.trim() === '' ? 'Give the dataset a name' : undefined;
}
