// The plan of a deletion: what goes, what stays and why, and one press to start it. Production asks for the name.
// The dialog draws its children once for each of its places, so that all state lives around it.
import {
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Header,
  Heading,
  TextField,
} from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeletionPlan } from '../../../api/bindings/DeletionPlan';
import { useWrite } from '../../../api/mutations';
import { deletionPlanQuery } from '../../../api/removalQueries';
import { useSession } from '../../../api/session';
import { ProblemPanel } from '../../../kit/ProblemPanel';
import { SandboxChip } from '../../../kit/SandboxChip';
import { Spinner } from '../../../kit/Spinner';
import { plural } from '../../../lib/number';
import { CallProblem } from '../CallProblem';
import { useWhyNoWrite } from '../useWhyNoWrite';
import styles from './DeleteDialog.module.css';
import { PlanLead, PlanTree } from './PlanTree';
import { type Changed, choiceOf, lostDataset, toggled } from './planChoice';

interface DeleteDialogProps {
  /** Empty: the dialog is closed. */
  flowIds: readonly string[];
  onClose: () => void;
}

export function DeleteDialog({ flowIds, onClose }: DeleteDialogProps) {
  return (
    <DialogContainer onDismiss={onClose}>
      {flowIds.length > 0 && <AskToDelete key={flowIds.join()} flowIds={flowIds} onClose={onClose} />}
    </DialogContainer>
  );
}

function AskToDelete({ flowIds, onClose }: DeleteDialogProps) {
  const { key, sandbox } = useSession();
  const { data: plan, error, refetch } = useQuery(deletionPlanQuery(key, flowIds));
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [changed, setChanged] = useState<Changed>([]);
  const [typed, setTyped] = useState('');
  const start = useWrite('start_deletion');
  const noWrite = useWhyNoWrite();

  const one = flowIds.length === 1;
  const lost = plan && lostDataset(plan, changed);
  const goes = plan?.flows.filter(({ problem }) => !problem).length ?? 0;
  const wanted = goes > 0 ? plan?.typeToConfirm : undefined;
  const confirmed = wanted === undefined || typed.trim() === wanted.trim();
  const what = one ? 'dataflow' : plural(plan ? goes : flowIds.length, 'dataflow', 'dataflows');
  const refused = start.error?.app.fields.find(({ field }) => field === 'confirmation')?.message;
  const again = () => {
    start.reset();
    void refetch();
  };
  const press = () => {
    if (!plan) return;
    const confirmation = wanted === undefined ? {} : { confirmation: typed };
    start.mutate(
      { planId: plan.planId, ...choiceOf(plan, changed), ...confirmation },
      {
        onSuccess: () => {
          onClose();
          // The page of a dataflow that goes is no place to stay; the bar with Undo is under every page.
          if (flowIds.some((id) => pathname.endsWith(`/${id}`))) void navigate({ to: '/dataflows' });
        },
      },
    );
  };
  return (
    <Dialog size="L">
      <Heading slot="title">Delete {what}?</Heading>
      <Header>
        <SandboxChip kind={sandbox.kind} />
      </Header>
      <Content>
        <div className={styles.content} data-asks={wanted !== undefined || undefined}>
          {!plan && error && <CallProblem error={error} onRetry={again} />}
          {!plan && !error && (
            <p className={styles.reading} role="status">
              <Spinner size={16} />
              Looking at what belongs to {one ? 'it' : 'them'}, and what else uses that…
            </p>
          )}
          {plan && (
            <>
              <PlanLead plan={plan} />
              <PlanTree
                plan={plan}
                changed={changed}
                onChange={(id) => setChanged((before) => toggled(before, id))}
              />
              {lost && (
                <ProblemPanel
                  tone="notice"
                  look="strip"
                  title={`Every event in “${lost.name}” is deleted with it`}
                  hint="Those of other dataflows too, and those of the past. Queries and segments that read it find nothing any more. Nobody can bring it back."
                />
              )}
            </>
          )}
          {wanted !== undefined && (
            <TextField
              label={confirmLabel(one, wanted)}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
              spellCheck="false"
              isInvalid={refused !== undefined}
              errorMessage={refused ?? ''}
              styles={style({ width: 420, maxWidth: 'full' })}
            />
          )}
          {start.error && !refused && <CallProblem error={start.error} onRetry={again} />}
          {plan && <p className={styles.undo}>{noWrite ?? footWords(plan, one, confirmed)}</p>}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          {one ? 'Keep dataflow' : 'Keep them'}
        </Button>
        <Button
          variant="negative"
          isDisabled={!plan || !confirmed || goes === 0 || noWrite !== undefined}
          isPending={start.isPending}
          onPress={press}
        >
          {`Delete ${what}`}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}

function confirmLabel(one: boolean, wanted: string): string {
  return one
    ? 'This is production. Type the dataflow’s name to delete it'
    : `This is production. Type the sandbox’s name, ${wanted}, to delete them`;
}

/** Why the button is off, or what happens once it is pressed. */
function footWords(plan: DeletionPlan, one: boolean, confirmed: boolean): string {
  if (plan.flows.every(({ problem }) => problem)) return 'There is nothing to delete.';
  if (!confirmed) return `Type the ${one ? 'name' : 'sandbox’s name'} to delete.`;
  return 'You can undo this for 10 seconds.';
}
