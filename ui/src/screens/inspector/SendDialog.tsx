// Before good events are sent: how many, how fast, and where they land. They are real data; production asks for its
// name.
import {
  Button,
  ButtonGroup,
  Checkbox,
  Content,
  Dialog,
  DialogContainer,
  Header,
  Heading,
  TextField,
} from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Inspection } from '../../api/bindings/Inspection';
import { inspectionQuery } from '../../api/inspectorQueries';
import { useWrite } from '../../api/mutations';
import { flowQuery } from '../../api/queries';
import { useSession, useSurroundings } from '../../api/session';
import { SandboxChip } from '../../kit/SandboxChip';
import { plural } from '../../lib/number';
import { formatDuration } from '../../lib/time';
import { CallProblem } from '../parts/CallProblem';
import { useSettling } from '../parts/Settling';
import styles from './SendDialog.module.css';

/** Inlet waits a tenth of a second after each event. */
const EACH_MS = 100;

interface SendDialogProps {
  one: Inspection;
  flow: string;
  onClose: () => void;
}

export function SendDialog({ isOpen, ...props }: SendDialogProps & { isOpen: boolean }) {
  return <DialogContainer onDismiss={props.onClose}>{isOpen && <Ask {...props} />}</DialogContainer>;
}

function Ask({ one, flow, onClose }: SendDialogProps) {
  const session = useSession();
  const around = useSurroundings();
  const client = useQueryClient();
  const { data: detail } = useQuery(flowQuery(session.key, flow, around));
  const settling = useSettling(detail?.settlesAt);
  const [gaps, setGaps] = useState(one.toSend === 0);
  const [typed, setTyped] = useState('');
  const send = useWrite('send_inspected');

  const { inspectionId, toSend, gapsToSend, typeToConfirm } = one;
  const count = toSend + (gaps ? gapsToSend : 0);
  const events = plural(count, 'event', 'events');
  const confirmed = typeToConfirm === undefined || typed.trim() === typeToConfirm;
  const refused = send.error?.app.fields.find(({ field }) => field === 'confirmation')?.message;
  const press = () =>
    send.mutate(
      { inspectionId, withGaps: gaps, ...(typeToConfirm !== undefined && { confirmation: typed }) },
      {
        onSuccess: (after) => {
          client.setQueryData(inspectionQuery(session.key, inspectionId).queryKey, after);
          onClose();
        },
      },
    );
  return (
    <Dialog size="M">
      <Heading slot="title">{`Send ${events}?`}</Heading>
      <Header>
        <SandboxChip kind={session.sandbox.kind} />
      </Header>
      <Content>
        <div className={styles.content}>
          <p>
            They go to the webhook address of {detail ? <strong>{detail.row.name}</strong> : 'the dataflow'},
            at most ten a second
            {count > 10 && `: about ${formatDuration(count * EACH_MS)}`}.{' '}
            {around.practice ? 'This stays in practice mode' : <strong>This is real data</strong>}: it lands
            in {detail?.dataset ? <strong>{detail.dataset.name}</strong> : 'the dataset'} like every other
            event{around.practice ? ', on this computer only.' : ' and cannot be taken back.'}
          </p>
          {gapsToSend > 0 && (
            <Checkbox isSelected={gaps} onChange={setGaps} isDisabled={toSend === 0}>
              {`Also send ${plural(gapsToSend, 'event that leaves', 'events that leave')} fields empty`}
            </Checkbox>
          )}
          {settling > 0 && (
            <p className={styles.early}>
              The dataflow still settles: events sent before that may be dropped, and nobody would say so.
            </p>
          )}
          {typeToConfirm !== undefined && (
            <TextField
              label={`This is production. Type the sandbox’s name, ${typeToConfirm}, to send them`}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
              spellCheck="false"
              isInvalid={refused !== undefined}
              errorMessage={refused ?? ''}
              styles={style({ width: 'full' })}
            />
          )}
          {send.error && refused === undefined && <CallProblem error={send.error} onRetry={press} />}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="accent"
          isPending={send.isPending}
          isDisabled={count === 0 || !confirmed}
          onPress={press}
        >
          {`Send ${events}`}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
