// A sample of one's own: pasted, dropped or picked. It replaces the one in use only once it has been read.
import {
  ActionButton,
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Heading,
  Text,
} from '@react-spectrum/s2';
import FolderOpen from '@react-spectrum/s2/icons/FolderOpen';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useWrite } from '../../../api/mutations';
import { CodeField } from '../../../kit/CodeField';
import { bytesOf, whyTooLarge } from '../../../lib/size';
import styles from './OwnSampleDialog.module.css';

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
  const [refusal, setRefusal] = useState(startRefusal);
  const read = useWrite('read_sample');

  const admit = (bytes: number): boolean => {
    const why = whyTooLarge(bytes);
    setRefusal(why);
    read.reset();
    return why === undefined;
  };
  const takeFile = async (file: File | undefined) => {
    if (!file || !admit(file.size)) return;
    setText(await file.text());
  };
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
        <div className={styles.content}>
          <p className={styles.lead}>
            Events as the source sends them, from your webhook’s log for instance: one, a list of them, or one
            after another, up to 1 MB. They stay on this computer, except that Experience Platform works out
            the preview from them.
          </p>
          <CodeField
            label="The events, as JSON"
            description="Paste them here, or drop a file."
            error={error}
            rows={12}
            value={text}
            onChange={(next) => {
              if (admit(bytesOf(next))) setText(next);
            }}
            allowPaste={(pasted) => admit(bytesOf(pasted))}
            onFile={(file) => void takeFile(file)}
          />
          <FileTrigger
            acceptedFileTypes={['application/json', '.json', '.txt']}
            onSelect={(files) => void takeFile(files?.[0])}
          >
            <ActionButton size="S">
              <FolderOpen />
              <Text>Browse for a file</Text>
            </ActionButton>
          </FileTrigger>
        </div>
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
