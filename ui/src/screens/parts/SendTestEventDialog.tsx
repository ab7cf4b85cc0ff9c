// Sends an event of one's choice to the webhook address. It is real data: the dialog says where it lands, and
// asks once more while the dataflow still settles.

import {
  Button,
  ButtonGroup,
  Checkbox,
  Content,
  Dialog,
  DialogContainer,
  Heading,
  Picker,
  PickerItem,
} from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { SourceGuide } from '../../api/bindings/SourceGuide';
import { useNow } from '../../api/clock';
import { useWrite } from '../../api/mutations';
import { useSurroundings } from '../../api/session';
import { CodeField } from '../../kit/CodeField';
import { bytesOf, whyTooLarge } from '../../lib/size';
import { countdown } from '../../lib/time';
import { CallProblem } from './CallProblem';
import { freshEvent, whyNoEvent } from './freshEvent';
import styles from './SendTestEventDialog.module.css';

interface SendProps {
  flowId: string;
  dataset: string | undefined;
  /** Whose examples are offered. */
  guide: SourceGuide;
  /** Milliseconds until the dataflow has settled. */
  settling: number;
  onClose: () => void;
  /** It was sent, and what is shown of the dataflow knows of it. */
  onSent: () => void;
}

export function SendTestEventDialog({ isOpen, ...props }: SendProps & { isOpen: boolean }) {
  return <DialogContainer onDismiss={props.onClose}>{isOpen && <Send {...props} />}</DialogContainer>;
}

function Send({ flowId, dataset, guide, settling, onClose, onSent }: SendProps) {
  const { examples, fresh } = guide;
  const now = useNow(60_000);
  const [chosen, setChosen] = useState(examples[0]);
  const [text, setText] = useState(() => freshEvent(examples[0]?.text ?? '', now, fresh));
  const [early, setEarly] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const send = useWrite('send_test_event');
  const { practice } = useSurroundings();

  const admit = (next: string): boolean => {
    const why = whyTooLarge(bytesOf(next));
    setRefusal(why);
    return why === undefined;
  };
  const choose = (id: unknown) => {
    const example = examples.find((other) => other.id === id);
    if (!example) return;
    setChosen(example);
    setText(freshEvent(example.text, now, fresh));
    setRefusal(undefined);
  };
  const wrong = refusal ?? whyNoEvent(text);
  const waits = settling > 0 && !early;
  const press = () =>
    send.mutate({ flowId, label: chosen?.label ?? 'Own event', text }, { onSuccess: onSent });
  return (
    <Dialog size="L">
      <Heading slot="title">Send a test event</Heading>
      <Content>
        <div className={styles.content}>
          <p className={styles.lead}>
            {practice ? 'This stays in practice mode' : <strong>This is real data</strong>}: it lands in{' '}
            {dataset ? <strong>{dataset}</strong> : 'the dataset'} like every other event
            {practice ? ', on this computer only.' : ' and cannot be taken back.'}
          </p>
          <Picker
            label="Start from"
            items={examples}
            selectedKey={chosen?.id ?? null}
            onSelectionChange={choose}
            styles={style({ width: 240 })}
          >
            {(example) => <PickerItem id={example.id}>{example.label}</PickerItem>}
          </Picker>
          <CodeField
            label="The event, as JSON"
            description="Change what you like. The ID and the time are fresh."
            error={wrong}
            rows={11}
            value={text}
            onChange={(next) => {
              if (admit(next)) setText(next);
            }}
            allowPaste={admit}
          />
          {settling > 0 && (
            <div className={styles.early}>
              <p>
                <strong>The dataflow settles for another {countdown(settling)}.</strong> An event sent before
                may be dropped, and nobody would say so.
              </p>
              <Checkbox isSelected={early} onChange={setEarly}>
                Send it although it may be dropped
              </Checkbox>
            </div>
          )}
          {send.error && <CallProblem error={send.error} onRetry={press} />}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="accent"
          isPending={send.isPending}
          isDisabled={wrong !== undefined || waits}
          onPress={press}
        >
          Send test event
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
