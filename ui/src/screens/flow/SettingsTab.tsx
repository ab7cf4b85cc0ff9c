// What can be changed of a dataflow, and what cannot. A change of somebody else is merged field by field.
import {
  Button,
  ButtonGroup,
  NumberField,
  Picker,
  PickerItem,
  TextArea,
  TextField,
  ToastQueue,
} from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AppError } from '../../api/bindings/AppError';
import type { Draft } from '../../api/bindings/Draft';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import type { FlowSettings } from '../../api/bindings/FlowSettings';
import type { FlowValues } from '../../api/bindings/FlowValues';
import type { Schedule } from '../../api/bindings/Schedule';
import type { UpdateReply } from '../../api/bindings/UpdateReply';
import { flowSettingsQuery } from '../../api/changeQueries';
import { fieldMessages } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { draftQuery } from '../../api/setupQueries';
import { Card } from '../../kit/Card';
import { FactList } from '../../kit/FactList';
import { NOTHING } from '../../lib/number';
import { CallProblem } from '../parts/CallProblem';
import { DraftKept } from '../parts/DraftNotes';
import { Reading } from '../parts/Reading';
import { useEdit } from '../parts/useEdit';
import { useLeaveGuard } from '../parts/useLeaveGuard';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { ConflictDialog } from './ConflictDialog';
import styles from './SettingsTab.module.css';
import { useReplace } from './useReplace';

export function SettingsTab({ flow }: { flow: FlowDetail }) {
  const session = useSession();
  const settings = useQuery(flowSettingsQuery(session.key, flow.row.id));
  const name = `settings ${flow.row.id}`;
  const draft = useQuery(draftQuery(session.key, name));
  const retry = () => void settings.refetch();
  return (
    <div className={styles.place}>
      {settings.data && !draft.isPending ? (
        <SettingsForm flowId={flow.row.id} opened={settings.data} draftName={name} kept={draft.data} />
      ) : settings.error ? (
        <CallProblem error={settings.error} onRetry={retry} />
      ) : (
        <Reading look="inside" what="the settings" onRetry={retry} />
      )}
      <Fixed flow={flow} />
    </div>
  );
}

const wide = style({ width: 'full' });
type Conflict = Extract<UpdateReply, { kind: 'conflict' }>;

interface SettingsFormProps {
  flowId: string;
  opened: FlowSettings;
  draftName: string;
  kept: Draft | null | undefined;
}

function SettingsForm({ flowId, opened, draftName, kept }: SettingsFormProps) {
  const save = useWrite('update_flow');
  const [{ hasBegun, blocked }, setFacts] = useState(opened);
  /** Another's change while the form is open must not slip under it. */
  const edit = useEdit(draftName, opened.values, kept);
  const { base, ours, change } = edit;
  const [conflict, setConflict] = useState<Conflict>();
  const [problem, setProblem] = useState<AppError>();
  const noWrite = useWhyNoWrite();
  const dirty = JSON.stringify(ours) !== JSON.stringify(base);
  const guard = useLeaveGuard({
    dirty: () => dirty,
    undone: 'What you changed in the settings of this dataflow is not saved yet.',
    draft: edit.draft,
  });
  const messages = problem ? fieldMessages(problem) : {};
  const send = (original: FlowValues, wanted: FlowValues) => {
    setProblem(undefined);
    save.mutate(
      { flowId, original, wanted },
      {
        onSuccess: (reply) => {
          if (reply.kind === 'conflict') return setConflict(reply);
          setFacts(reply.settings);
          edit.restart(reply.settings.values);
          setConflict(undefined);
          ToastQueue.positive(savedWords(reply.merged.length), { timeout: 5000 });
        },
        onError: ({ app }) => setProblem(app),
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(base, ours);
  };
  const reason = noWrite ?? blocked ?? (dirty ? undefined : 'Nothing is changed yet');
  return (
    <Card title="Name, description and schedule">
      {guard}
      <form className={styles.fields} noValidate onSubmit={submit}>
        {edit.notice}
        <TextField
          label="Name of the dataflow"
          isRequired
          necessityIndicator="label"
          autoComplete="off"
          value={ours.name}
          onChange={(name) => change({ ...ours, name })}
          isInvalid={messages.name !== undefined}
          errorMessage={messages.name ?? ''}
          validationBehavior="aria"
          styles={wide}
        />
        <TextArea
          label="Description"
          necessityIndicator="label"
          value={ours.description}
          onChange={(description) => change({ ...ours, description })}
          isInvalid={messages.description !== undefined}
          errorMessage={messages.description ?? ''}
          styles={wide}
        />
        {ours.schedule && (
          <ScheduleFields
            schedule={ours.schedule}
            hasBegun={hasBegun}
            messages={messages}
            onChange={(schedule) => change({ ...ours, schedule })}
          />
        )}
        {problem && problem.fields.length === 0 && (
          <CallProblem error={problem} onRetry={() => send(base, ours)} />
        )}
        <div className={styles.buttons}>
          <ButtonGroup>
            <Button variant="secondary" isDisabled={!dirty} onPress={() => edit.restart(base)}>
              Discard changes
            </Button>
            <Button
              variant="accent"
              type="submit"
              isDisabled={reason !== undefined}
              isPending={save.isPending}
            >
              Save dataflow
            </Button>
          </ButtonGroup>
          {reason && <span className={styles.reason}>{reason}</span>}
          <DraftKept draft={edit.draft} />
        </div>
      </form>
      {conflict && (
        <ConflictDialog
          // What was chosen against an earlier version of theirs says nothing about this one.
          key={`${conflict.theirs.updatedAt ?? ''} ${JSON.stringify(conflict.theirs.values)}`}
          original={base}
          yours={ours}
          conflict={conflict}
          busy={save.isPending}
          onSave={(wanted) => {
            // Should it clash once more, this is what the person saw and chose from.
            setFacts(conflict.theirs);
            edit.rebase(conflict.theirs.values, wanted);
            send(conflict.theirs.values, wanted);
          }}
          onDiscard={() => {
            setFacts(conflict.theirs);
            edit.restart(conflict.theirs.values);
            setConflict(undefined);
          }}
          onClose={() => setConflict(undefined)}
        />
      )}
    </Card>
  );
}

function savedWords(merged: number): string {
  return merged === 0
    ? 'The dataflow was saved'
    : 'The dataflow was saved, together with what someone else changed meanwhile';
}

const FREQUENCIES = [
  { id: 'once', label: 'Once', between: undefined },
  { id: 'minute', label: 'Every few minutes', between: 'Minutes between runs' },
  { id: 'hour', label: 'Every few hours', between: 'Hours between runs' },
  { id: 'day', label: 'Every few days', between: 'Days between runs' },
  { id: 'week', label: 'Every few weeks', between: 'Weeks between runs' },
] as const;

interface ScheduleFieldsProps {
  schedule: Schedule;
  hasBegun: boolean;
  messages: Record<string, string>;
  onChange: (schedule: Schedule) => void;
}

function ScheduleFields({ schedule, hasBegun, messages, onChange }: ScheduleFieldsProps) {
  const { frequency, interval, startsAt } = schedule;
  const between = FREQUENCIES.find(({ id }) => id === frequency)?.between;
  const start = startsAt === undefined ? {} : { startsAt };
  const choose = (next: string) =>
    onChange({
      ...start,
      frequency: next,
      ...(next !== 'once' && { interval: interval ?? (next === 'minute' ? 15 : 1) }),
    });
  return (
    <div className={styles.schedule}>
      <Picker
        label="Runs"
        selectedKey={frequency}
        onSelectionChange={(key) => choose(String(key))}
        disabledKeys={hasBegun && frequency !== 'once' ? ['once'] : []}
        isInvalid={messages.frequency !== undefined}
        errorMessage={messages.frequency ?? ''}
      >
        {FREQUENCIES.map(({ id, label }) => (
          <PickerItem key={id} id={id}>
            {label}
          </PickerItem>
        ))}
      </Picker>
      {frequency !== 'once' && (
        <NumberField
          label={between ?? 'Time between runs'}
          minValue={frequency === 'minute' ? 15 : 1}
          value={interval ?? Number.NaN}
          onChange={(value) =>
            onChange({ ...start, frequency, ...(Number.isFinite(value) && { interval: value }) })
          }
          isInvalid={messages.interval !== undefined}
          errorMessage={messages.interval ?? ''}
        />
      )}
      <label className={styles.start}>
        <span>Starts</span>
        <input
          type="datetime-local"
          disabled={hasBegun}
          value={localInput(startsAt)}
          aria-invalid={messages.startsAt === undefined ? undefined : true}
          onChange={({ target }) => {
            const at = new Date(target.value).getTime();
            onChange({ ...schedule, ...(Number.isFinite(at) && { startsAt: at }) });
          }}
        />
        <span className={styles.reason}>
          {messages.startsAt ?? (hasBegun ? 'It has begun: its start stays.' : 'In your local time.')}
        </span>
      </label>
    </div>
  );
}

/** As the field for date and time writes it: local, to the minute. */
function localInput(at: number | undefined): string {
  if (at === undefined) return '';
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Said plainly, with the way out: another dataflow in place of this one. */
function Fixed({ flow }: { flow: FlowDetail }) {
  const { row, dataset, schema } = flow;
  const replace = useReplace(flow);
  return (
    <Card title="What stays as it is">
      <p className={styles.fixed}>
        A dataflow keeps its source, dataset and schema for life.
        {replace &&
          ' To change one of them, replace it: Inlet makes a new dataflow, and this one stays on until events are counted on the new.'}
      </p>
      <FactList
        facts={[
          { name: 'Source', value: row.source.name },
          { name: 'Dataset', value: dataset?.name ?? NOTHING },
          { name: 'Schema', value: schema?.name ?? NOTHING },
        ]}
      />
      {replace && (
        <div className={styles.replace}>
          <Button size="S" variant="secondary" onPress={replace}>
            Replace dataflow…
          </Button>
        </div>
      )}
    </Card>
  );
}
