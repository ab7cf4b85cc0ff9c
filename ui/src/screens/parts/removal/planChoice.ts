// What a person chose in a plan: which objects go, starting from what the plan says. Pure.
import type { DeletionPlan } from '../../../api/bindings/DeletionPlan';
import type { PlannedRemoval } from '../../../api/bindings/PlannedRemoval';

/** Ids of the objects whose fate was changed: kept though they would go, or deleted though they would stay. */
export type Changed = readonly string[];

export function toggled(changed: Changed, id: string): Changed {
  return changed.includes(id) ? changed.filter((other) => other !== id) : [...changed, id];
}

/** Whether an object goes. One that goes only with another stays as long as that one does. */
export function doesGo(
  object: PlannedRemoval,
  changed: Changed,
  objects: readonly PlannedRemoval[],
): boolean {
  if (!isOpen(object, changed, objects)) return object.deleted;
  return object.deleted !== changed.includes(object.id);
}

/** Whether a person may choose. */
export function isOpen(
  object: PlannedRemoval,
  changed: Changed,
  objects: readonly PlannedRemoval[],
): boolean {
  if (!object.optional) return false;
  const other = objects.find(({ id }) => id === object.onlyWith);
  return object.onlyWith === undefined || (other !== undefined && doesGo(other, changed, objects));
}

/** What the command is told: what stays after all, and what goes too. */
export function choiceOf(plan: DeletionPlan, changed: Changed): { keep: string[]; also: string[] } {
  const objects = plan.flows.flatMap((flow) => flow.objects);
  const differing = objects.filter((object) => doesGo(object, changed, objects) !== object.deleted);
  const ids = (deleted: boolean) =>
    differing.filter((object) => object.deleted === deleted).map(({ id }) => id);
  return { keep: ids(true), also: ids(false) };
}

/** The dataset that goes with its data, if one was chosen. */
export function lostDataset(plan: DeletionPlan, changed: Changed): PlannedRemoval | undefined {
  const objects = plan.flows.flatMap((flow) => flow.objects);
  return objects.find((object) => object.kind === 'dataset' && doesGo(object, changed, objects));
}
