// Many dataflows being switched: how far it is, then one line for each that did not go as asked.
import {
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Heading,
  ProgressBar,
} from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { SwitchedFlow } from '../../../api/bindings/SwitchedFlow';
import { appErrorOf } from '../../../api/errors';
import { type Step, StepList } from '../../../kit/StepList';
import { plural } from '../../../lib/number';
import { useWhyNoWrite } from '../useWhyNoWrite';
import { WhyNoWrite } from '../WhyNoWrite';
import styles from './SwitchDialog.module.css';
import type { ManySwitched } from './useSwitching';

interface SwitchDialogProps {
  many: ManySwitched | undefined;
  onClose: () => void;
  /** Again, for those that did not go as asked. */
  onAgain: (flowIds: readonly string[]) => void;
}

export function SwitchDialog({ many, onClose, onAgain }: SwitchDialogProps) {
  const noWrite = useWhyNoWrite() !== undefined;
  const left = many?.done ? failed(many) : [];
  return (
    <DialogContainer onDismiss={onClose}>
      {many && (
        <Dialog size="M">
          <Heading slot="title">{title(many)}</Heading>
          <Content>
            <div className={styles.content}>
              {!many.done && (
                <ProgressBar
                  label={`${many.outcomes.length} of ${plural(many.asked, 'dataflow', 'dataflows')}`}
                  value={(100 * many.outcomes.length) / many.asked}
                  styles={style({ width: 'full' })}
                />
              )}
              {many.done && <p className={styles.lead}>{lead(many)}</p>}
              {failed(many).length > 0 && (
                <StepList label="Not switched" steps={failed(many).map(failedStep)} />
              )}
              {left.length > 0 && <WhyNoWrite />}
            </div>
          </Content>
          <ButtonGroup>
            {left.length > 0 && (
              <Button
                variant="secondary"
                isDisabled={noWrite}
                onPress={() => onAgain(left.map(({ flowId }) => flowId))}
              >
                Try these again
              </Button>
            )}
            <Button variant="primary" onPress={onClose}>
              {many.done ? 'Close' : 'Hide'}
            </Button>
          </ButtonGroup>
        </Dialog>
      )}
    </DialogContainer>
  );
}

function failed({ outcomes }: ManySwitched): readonly SwitchedFlow[] {
  return outcomes.filter(({ outcome }) => outcome === 'failed');
}

function failedStep({ flowId, name, problem }: SwitchedFlow): Step {
  const summary = problem && `${problem.title}. ${problem.hint}`.trim();
  return { id: flowId, title: name, state: 'failed', ...(summary && { summary }) };
}

function title({ on, asked, done }: ManySwitched): string {
  const what = plural(asked, 'dataflow', 'dataflows');
  if (!done) return `Switching ${what} ${on ? 'on' : 'off'}`;
  return on ? 'Switched on' : 'Switched off';
}

/** What went as asked, what was so before, and what was not reached, in one sentence each. */
function lead(many: ManySwitched): string {
  const { on, asked, outcomes, problem } = many;
  const count = (wanted: SwitchedFlow['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  const word = on ? 'on' : 'off';
  const parts = [`${plural(count('switched'), 'dataflow was', 'dataflows were')} switched ${word}.`];
  if (count('already_so') > 0) parts.push(`${plural(count('already_so'), 'was', 'were')} already ${word}.`);
  if (count('failed') > 0) parts.push(`${count('failed')} could not be switched.`);
  if (problem) {
    parts.push(`${asked - outcomes.length} not tried: ${appErrorOf(problem).title.toLowerCase()}.`);
  }
  if (!on && count('switched') > 0) parts.push('Events sent to them now are not ingested.');
  return parts.join(' ');
}
