// The switching itself: in blocks, so that many show how far they are, with one outcome for each dataflow.
import { ToastQueue } from '@react-spectrum/s2';
import { useState } from 'react';
import type { SwitchedFlow } from '../../../api/bindings/SwitchedFlow';
import { appErrorOf } from '../../../api/errors';
import { useWrite } from '../../../api/mutations';
import { useProblemToast } from '../useWaysOut';

/** How many dataflows go in one call. */
const BLOCK = 10;

/** Many dataflows on their way, or there. */
export interface ManySwitched {
  on: boolean;
  asked: number;
  outcomes: readonly SwitchedFlow[];
  /** Why the rest was not asked for any more. */
  problem?: unknown;
  done: boolean;
}

export function useSwitching() {
  const { mutateAsync } = useWrite('switch_flows');
  const tell = useProblemToast();
  const [underWay, setUnderWay] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [many, setMany] = useState<ManySwitched>();

  const mark = (flowIds: readonly string[], on: boolean | undefined) =>
    setUnderWay((before) => {
      const after = new Map(before);
      for (const id of flowIds) {
        if (on === undefined) after.delete(id);
        else after.set(id, on);
      }
      return after;
    });

  const switchOne = async (flowId: string, on: boolean) => {
    mark([flowId], on);
    const again = () => void switchOne(flowId, on);
    try {
      const [flow] = await mutateAsync({ flowIds: [flowId], on });
      if (flow?.problem) tell(flow.problem, { retry: again });
      else if (flow?.outcome === 'switched') sayDone(flow, on, () => void switchOne(flowId, !on));
    } catch (refusal) {
      tell(appErrorOf(refusal), { retry: again });
    } finally {
      mark([flowId], undefined);
    }
  };

  const switchMany = async (flowIds: readonly string[], on: boolean) => {
    mark(flowIds, on);
    let outcomes: SwitchedFlow[] = [];
    const show = (more: Partial<ManySwitched>) =>
      setMany({ on, asked: flowIds.length, outcomes, done: false, ...more });
    show({});
    try {
      for (let start = 0; start < flowIds.length; start += BLOCK) {
        const block = flowIds.slice(start, start + BLOCK);
        outcomes = [...outcomes, ...(await mutateAsync({ flowIds: block, on }))];
        mark(block, undefined);
        show({});
      }
      show({ done: true });
    } catch (problem) {
      show({ done: true, problem });
    } finally {
      mark(flowIds, undefined);
    }
  };

  return {
    switchingTo: (flowId: string) => underWay.get(flowId),
    switchFlows: (flowIds: readonly string[], on: boolean) => {
      const [first, ...others] = flowIds;
      if (first === undefined) return;
      void (others.length === 0 ? switchOne(first, on) : switchMany(flowIds, on));
    },
    many,
    close: () => setMany(undefined),
  };
}

function sayDone({ name }: SwitchedFlow, on: boolean, undo: () => void): void {
  const words = on
    ? `“${name}” is on. Events sent in the first five minutes may be dropped.`
    : `“${name}” is off. Events sent now are not ingested.`;
  ToastQueue.positive(words, {
    timeout: 8000,
    actionLabel: on ? 'Switch off' : 'Switch on',
    onAction: undo,
    shouldCloseOnAction: true,
  });
}
