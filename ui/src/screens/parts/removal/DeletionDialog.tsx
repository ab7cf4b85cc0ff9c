// A deletion, object by object: one dataflow opened, or many with one line each.
import { Button, ButtonGroup, Content, Dialog, DialogContainer, Heading } from '@react-spectrum/s2';
import type { Deletion } from '../../../api/bindings/Deletion';
import { useWrite } from '../../../api/mutations';
import { Fold } from '../../../kit/Fold';
import { StepList, StepTick } from '../../../kit/StepList';
import { plural } from '../../../lib/number';
import { CallProblem } from '../CallProblem';
import { useWhyNoWrite } from '../useWhyNoWrite';
import { WhyNoWrite } from '../WhyNoWrite';
import styles from './DeletionDialog.module.css';
import { changedIds, objectSteps, rowTick } from './deletionView';

interface DeletionDialogProps {
  deletion: Deletion | undefined;
  onClose: () => void;
  onPlanAgain: (flowIds: readonly string[]) => void;
}

export function DeletionDialog({ deletion, onClose, onPlanAgain }: DeletionDialogProps) {
  const resume = useWrite('resume_deletion');
  const noWrite = useWhyNoWrite() !== undefined;
  const changed = deletion ? changedIds(deletion) : [];
  const moving = deletion?.state === 'running' || deletion?.state === 'stopping';
  const resumable = deletion?.choices.includes('resume') ?? false;
  const again = () => deletion && resume.mutate({ deletionId: deletion.deletionId });
  const problem = deletion?.problem ?? (deletion?.rows.length === 1 ? deletion.rows[0]?.problem : undefined);
  return (
    <DialogContainer onDismiss={onClose}>
      {deletion && (
        <Dialog size="L">
          <Heading slot="title">{title(deletion)}</Heading>
          <Content>
            <div className={styles.content}>
              {problem && !moving && <CallProblem error={problem} onRetry={resumable ? undefined : again} />}
              <Rows deletion={deletion} moving={moving} />
              {resumable && <WhyNoWrite />}
              {deletion.webhooks.map(({ source, turnOff }) => (
                <p key={source} className={styles.webhook}>
                  <strong>Now turn off the webhook in {source}:</strong> {turnOff}. Until then {source} keeps
                  sending, and those events are not ingested.
                </p>
              ))}
            </div>
          </Content>
          <ButtonGroup>
            {changed.length > 0 && !moving && (
              <Button
                variant="secondary"
                onPress={() => {
                  onClose();
                  onPlanAgain(changed);
                }}
              >
                Look again at what changed
              </Button>
            )}
            <Button variant={resumable ? 'secondary' : 'primary'} onPress={onClose}>
              Hide
            </Button>
            {resumable && (
              <Button variant="primary" onPress={again} isPending={resume.isPending} isDisabled={noWrite}>
                Resume
              </Button>
            )}
          </ButtonGroup>
        </Dialog>
      )}
    </DialogContainer>
  );
}

function Rows({ deletion, moving }: { deletion: Deletion; moving: boolean }) {
  const { rows } = deletion;
  const [first] = rows;
  if (rows.length === 1 && first) {
    return <StepList look="joined" label="Objects" steps={objectSteps(first, moving)} />;
  }
  return (
    <ul className={styles.rows} aria-label="Rows">
      {rows.map((row) => (
        <li key={row.flowId ?? row.objects[0]?.id} className={styles.row}>
          <Fold
            mark={<StepTick state={rowTick(row)} />}
            name={row.name}
            sentence={`${row.sentence}${row.problem ? ` ${row.problem.title}.` : ''}`}
          >
            <div className={styles.inner}>
              <StepList label={row.name} steps={objectSteps(row, moving)} />
            </div>
          </Fold>
        </li>
      ))}
    </ul>
  );
}

function title({ rows, state, kind }: Deletion): string {
  const [first] = rows;
  const what = rows.length === 1 && first ? `“${first.name}”` : many(rows.length, kind);
  if (state === 'done') return `Deletion of ${what}`;
  return state === 'stopped' ? `Deletion of ${what}, stopped` : `Deleting ${what}`;
}

function many(count: number, kind: Deletion['kind']): string {
  return kind === 'dataflows' ? plural(count, 'dataflow', 'dataflows') : plural(count, 'object', 'objects');
}
