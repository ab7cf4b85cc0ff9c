// A sample of one's own: pasted, dropped or picked. It replaces the one in use only once it has been read.
import { Button, ButtonGroup, Content, Dialog, DialogContainer, Heading } from '@react-spectrum/s2';
import { useState } from 'react';
import { useWrite } from '../../../api/mutations';
import { CodeField } from '../../../kit/CodeField';
import { DialogBody } from '../../../kit/DialogBody';
import { whyTooLarge } from '../../../lib/size';
import { BrowseButton } from '../BrowseButton';
import { useBoundedText } from '../useBoundedText';

interface OwnSampleProps {
  onClose: () => void;
  startText: string;
  /** Why what was dropped before it opened is not taken. */
  startRefusal?: string | undefined;
  onTake: (text: string) => void;
}

export function OwnSampleDialog({ isOpen, ...props }: OwnSampleProps & { isOpen: boolean }) {
  return <DialogContainer onDismiss={props.onClose}>{isOpen && <OwnSample {...props} />}</DialogContainer>;
}

function OwnSample({ onClose, startText, startRefusal, onTake }: OwnSampleProps) {
  const [text, setText] = useState(startText);
  const read = useWrite('read_sample');

  const { refusal, takeFile, field } = useBoundedText({
    whyNot: whyTooLarge,
    onTry: read.reset,
    onText: setText,
    refused: startRefusal,
  });
  const take = () =>
    read.mutate(
      { text },
      {
        onSuccess: () => {
          onTake(text);
          onClose();
        },
      },
    );
  const error = read.error ? `${read.error.app.title} ${read.error.app.hint}`.trim() : refusal;
  return (
    <Dialog size="L">
      <Heading slot="title">Use my own sample</Heading>
      <Content>
        <DialogBody
          lead={
            <>
              Events as the source sends them, from your webhook’s log for instance: one, a list of them, or
              one after another, up to 1 MB. They stay on this computer, except that Experience Platform works
              out the preview from them.
            </>
          }
        >
          <CodeField
            label="The events, as JSON"
            description="Paste them here, or drop a file."
            error={error}
            rows={12}
            value={text}
            {...field}
          />
          <BrowseButton types={['application/json', '.json', '.txt']} onFile={takeFile} />
        </DialogBody>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button variant="accent" onPress={take} isPending={read.isPending} isDisabled={text.trim() === ''}>
          Use this sample
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
