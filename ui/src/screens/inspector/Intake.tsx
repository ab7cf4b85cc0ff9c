// Where events come in: pasted, dropped or browsed. A large text is held, not shown: no field edits 50 MB.
import { ActionButton, Button, Text } from '@react-spectrum/s2';
import Close from '@react-spectrum/s2/icons/Close';
import FileText from '@react-spectrum/s2/icons/FileText';
import { useWrite } from '../../api/mutations';
import { CodeField } from '../../kit/CodeField';
import { Glyph } from '../../kit/Glyph';
import { bytesOf, EVENT_LIMIT_BYTES, formatBytes, whyFileTooLarge } from '../../lib/size';
import { BrowseButton } from '../parts/BrowseButton';
import { CallProblem } from '../parts/CallProblem';
import styles from './Intake.module.css';

export interface Typed {
  /** What stands in the field. */
  text: string;
  /** A file, or a text too large for the field; it is what is checked. */
  held?: { name: string; text: string } | undefined;
  /** Why the last file or text was not taken. */
  refusal?: string | undefined;
}

export const NOTHING_TYPED: Typed = { text: '' };

interface IntakeProps {
  flow: string | undefined;
  typed: Typed;
  onType: (typed: Typed) => void;
  onStarted: (inspectionId: string) => void;
}

export function Intake({ flow, typed, onType, onStarted }: IntakeProps) {
  const start = useWrite('start_inspection');
  const { held, refusal } = typed;
  const text = held?.text ?? typed.text;

  const change = (next: Typed) => {
    start.reset();
    onType(next);
  };
  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    const why = whyFileTooLarge(file.size);
    if (why !== undefined) return change({ ...typed, refusal: why });
    change({ text: typed.text, held: { name: file.name, text: await file.text() } });
  };
  const admitPaste = (pasted: string): boolean => {
    const bytes = bytesOf(pasted);
    if (bytes <= EVENT_LIMIT_BYTES) return true;
    const why = whyFileTooLarge(bytes);
    if (why !== undefined) change({ ...typed, refusal: why });
    else change({ text: typed.text, held: { name: 'Pasted text', text: pasted } });
    return false;
  };
  const press = () => {
    if (flow === undefined) return;
    start.mutate({ flowId: flow, text }, { onSuccess: ({ inspectionId }) => onStarted(inspectionId) });
  };
  const said = start.error?.app.fields.find(({ field }) => field === 'text')?.message ?? refusal;
  const reason = whyWait(flow, text);
  return (
    <div className={styles.intake}>
      {held ? (
        <div className={styles.held}>
          <Glyph of={FileText} size={20} />
          <span className={styles.name}>
            <strong>{held.name}</strong> {formatBytes(bytesOf(held.text))}
          </span>
          <ActionButton isQuiet size="S" onPress={() => change({ text: typed.text })}>
            <Close />
            <Text>Remove</Text>
          </ActionButton>
          {said !== undefined && <p className={styles.said}>{said}</p>}
        </div>
      ) : (
        <CodeField
          label="Events, as JSON"
          description="One event, a list of events, or one event a line; up to 10,000 events and 50 MB. Paste them here, or drop a file."
          error={said}
          rows={16}
          value={typed.text}
          onChange={(next) => change({ text: next })}
          allowPaste={admitPaste}
          onFile={(file) => void takeFile(file)}
        />
      )}
      {start.error && said === undefined && <CallProblem error={start.error} onRetry={press} />}
      <div className={styles.press}>
        <Button
          variant="accent"
          isPending={start.isPending}
          isDisabled={reason !== undefined}
          onPress={press}
        >
          Check events
        </Button>
        <BrowseButton
          types={['application/json', '.json', '.jsonl', '.ndjson', '.txt', '.log']}
          onFile={(file) => void takeFile(file)}
          size="M"
        />
        {reason !== undefined && <span className={styles.reason}>{reason}</span>}
      </div>
    </div>
  );
}

function whyWait(flow: string | undefined, text: string): string | undefined {
  if (flow === undefined) return 'Choose a dataflow: its mapping and its schema decide';
  return text.trim() === '' ? 'Paste events or choose a file to check them' : undefined;
}
