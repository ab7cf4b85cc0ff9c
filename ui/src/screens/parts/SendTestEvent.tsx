// The button that opens the dialog for a test event, wherever one can be sent.
import { Button, Text } from '@react-spectrum/s2';
import Send from '@react-spectrum/s2/icons/Send';
import { useEffect, useRef, useState } from 'react';
import type { SourceGuide } from '../../api/bindings/SourceGuide';
import styles from './SendTestEvent.module.css';
import { SendTestEventDialog } from './SendTestEventDialog';
import { TEST_EVENTS } from './testEventsPlace';

export interface SendTestEventProps {
  flowId: string;
  /** Name of the dataset in which the event lands. */
  dataset: string | undefined;
  /** The source's record; undefined while it is read, and for a source that is not set up here. */
  guide: SourceGuide | undefined;
  /** Milliseconds until the dataflow has settled. */
  settling: number;
  /** How many were sent already. */
  sent: number;
  /** Why none can be sent now. */
  blocked?: string | undefined;
  /** Says beside the button why it is off, where nothing else on the page does. */
  saysWhy?: boolean;
  size?: 'S' | 'M';
  /** One is sent from the head of the page however many there were: the button keeps its words. */
  look?: 'head' | 'card';
}

export function SendTestEvent({
  blocked,
  saysWhy = false,
  sent,
  size = 'M',
  look = 'card',
  guide,
  ...event
}: SendTestEventProps) {
  const [open, setOpen] = useState(false);
  const sending = useRef(false);
  const again = look === 'card' && sent > 0;
  const show = (isOpen: boolean) => {
    sending.current = isOpen;
    setOpen(isOpen);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new event that is to be seen
  useEffect(() => {
    if (!sending.current) return;
    sending.current = false;
    // What becomes of it is what the person wants to see now; it may stand further down.
    document.getElementById(TEST_EVENTS)?.scrollIntoView({ block: 'nearest' });
  }, [sent]);
  return (
    <span className={styles.send}>
      {saysWhy && blocked !== undefined && <span className={styles.why}>{blocked}</span>}
      <Button
        size={size}
        variant={again ? 'secondary' : 'primary'}
        isDisabled={blocked !== undefined || guide === undefined}
        onPress={() => show(true)}
      >
        <Send />
        <Text>{again ? 'Send another test event' : 'Send a test event'}</Text>
      </Button>
      {guide && (
        <SendTestEventDialog
          isOpen={open}
          guide={guide}
          onClose={() => show(false)}
          onSent={() => setOpen(false)}
          {...event}
        />
      )}
    </span>
  );
}
