// The button that opens the dialog for a test event, wherever one can be sent.
import { Button, Text } from '@react-spectrum/s2';
import Send from '@react-spectrum/s2/icons/Send';
import { useState } from 'react';
import type { ExampleEvent } from '../../api/bindings/ExampleEvent';
import styles from './SendTestEvent.module.css';
import { SendTestEventDialog } from './SendTestEventDialog';

export interface SendTestEventProps {
  flowId: string;
  /** Name of the dataset in which the event lands. */
  dataset: string | undefined;
  examples: readonly ExampleEvent[];
  /** Milliseconds until the dataflow has settled. */
  settling: number;
  /** Why none can be sent now. */
  blocked?: string | undefined;
  /** Says beside the button why it is off, where nothing else on the page does. */
  saysWhy?: boolean;
  /** One was sent already. */
  again?: boolean;
  size?: 'S' | 'M';
}

export function SendTestEvent({
  blocked,
  saysWhy = false,
  again = false,
  size = 'M',
  ...event
}: SendTestEventProps) {
  const [open, setOpen] = useState(false);
  return (
    <span className={styles.send}>
      {saysWhy && blocked !== undefined && <span className={styles.why}>{blocked}</span>}
      <Button
        size={size}
        variant={again ? 'secondary' : 'primary'}
        isDisabled={blocked !== undefined || event.examples.length === 0}
        onPress={() => setOpen(true)}
      >
        <Send />
        <Text>{again ? 'Send another test event' : 'Send a test event'}</Text>
      </Button>
      <SendTestEventDialog isOpen={open} onClose={() => setOpen(false)} {...event} />
    </span>
  );
}
