// The field mappings as a whole: saved as a file, read from one, or copied from another dataflow. What they replace
// comes back with one press.
import {
  ActionMenu,
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Heading,
  MenuItem,
  Text,
  ToastQueue,
} from '@react-spectrum/s2';
import { useQueryClient } from '@tanstack/react-query';
import { memo, useRef, useState } from 'react';
import type { FileFormat } from '../../../api/bindings/FileFormat';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { call } from '../../../api/call';
import { mappingFormQuery } from '../../../api/changeQueries';
import { appErrorOf } from '../../../api/errors';
import { useWrite } from '../../../api/mutations';
import { useSession } from '../../../api/session';
import { transport } from '../../../api/transport';
import { useSteady } from '../../../kit/useSteady';
import { plural } from '../../../lib/number';
import { whyMappingTooLarge } from '../../../lib/size';
import { FlowChoice } from '../FlowChoice';
import { useProblemToast } from '../useWaysOut';
import styles from './LinesMenu.module.css';
import { SuggestDialog } from './SuggestDialog';
import type { Mapping } from './useMapping';

/** Whose the lines are. */
export interface Naming {
  /** Such as that of the dataflow: a file is called after it. */
  name: string;
  /** Id of the dataflow that is edited: it is no other one. */
  flowId?: string | undefined;
}

interface LinesMenuProps extends Naming {
  mapping: Mapping;
  onLines: (lines: readonly MappingLine[]) => void;
}

export function LinesMenu({ mapping, onLines, name, flowId }: LinesMenuProps) {
  const { lines } = mapping;
  const file = useRef<HTMLInputElement>(null);
  const [copying, setCopying] = useState(false);
  const [suggesting, setSuggesting] = useState(false);
  const read = useWrite('read_mapping_file');
  const tell = useProblemToast();
  const take = (next: readonly MappingLine[], from: string) => {
    onLines(next);
    ToastQueue.neutral(`${plural(next.length, 'field mapping', 'field mappings')} from ${from}`, {
      actionLabel: 'Undo',
      onAction: () => onLines(lines),
      shouldCloseOnAction: true,
    });
  };
  const save = async (format: FileFormat) => {
    try {
      const made = await call('export_mapping', { lines: [...lines], format, name });
      await transport.saveFile(made.name, made.text);
    } catch (problem) {
      tell(appErrorOf(problem), { retry: () => void save(format) });
    }
  };
  const takeFile = async (chosen: File | undefined) => {
    if (!chosen) return;
    const why = whyMappingTooLarge(chosen.size);
    if (why !== undefined) return void ToastQueue.negative(why);
    read.mutate(
      { text: await chosen.text() },
      {
        onSuccess: (found) => take(found, chosen.name),
        onError: ({ app }) => tell(app, {}),
      },
    );
  };
  const onSuggest = useSteady(() => setSuggesting(true));
  const onSave = useSteady((format: FileFormat) => void save(format));
  const onRead = useSteady(() => file.current?.click());
  const onCopy = useSteady(() => setCopying(true));
  return (
    <>
      <WholeMenu onSuggest={onSuggest} onSave={onSave} onRead={onRead} onCopy={onCopy} />
      <input
        ref={file}
        type="file"
        hidden
        accept=".csv,.json,text/csv,application/json"
        onChange={(event) => {
          void takeFile(event.target.files?.[0]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <DialogContainer onDismiss={() => setCopying(false)}>
        {copying && <Copy except={flowId} onTake={take} onClose={() => setCopying(false)} />}
      </DialogContainer>
      <DialogContainer onDismiss={() => setSuggesting(false)}>
        {suggesting && (
          <SuggestDialog
            mapping={mapping}
            onTake={(more) => onLines([...lines, ...more])}
            onClose={() => setSuggesting(false)}
          />
        )}
      </DialogContainer>
    </>
  );
}

interface WholeMenuProps {
  onSuggest: () => void;
  onSave: (format: FileFormat) => void;
  onRead: () => void;
  onCopy: () => void;
}

/** The lines change with each letter; their menu does not. */
const WholeMenu = memo(function WholeMenu({ onSuggest, onSave, onRead, onCopy }: WholeMenuProps) {
  return (
    <ActionMenu isQuiet size="S" aria-label="More for all field mappings">
      <MenuItem onAction={onSuggest}>
        <Text slot="label">Suggest field mappings…</Text>
      </MenuItem>
      <MenuItem onAction={() => onSave('csv')}>
        <Text slot="label">Save as CSV</Text>
      </MenuItem>
      <MenuItem onAction={() => onSave('json')}>
        <Text slot="label">Save as JSON</Text>
      </MenuItem>
      <MenuItem onAction={onRead}>
        <Text slot="label">Read from a file…</Text>
      </MenuItem>
      <MenuItem onAction={onCopy}>
        <Text slot="label">Copy from another dataflow…</Text>
      </MenuItem>
    </ActionMenu>
  );
});

interface CopyProps {
  except: string | undefined;
  onTake: (lines: readonly MappingLine[], from: string) => void;
  onClose: () => void;
}

function Copy({ except, onTake, onClose }: CopyProps) {
  const session = useSession();
  const client = useQueryClient();
  const [flow, setFlow] = useState<string>();
  const [busy, setBusy] = useState(false);
  const tell = useProblemToast();
  const press = async () => {
    if (flow === undefined) return;
    setBusy(true);
    try {
      const form = await client.fetchQuery({ ...mappingFormQuery(session.key, flow), staleTime: 0 });
      onTake(form.lines, form.flowName);
      onClose();
    } catch (problem) {
      tell(appErrorOf(problem), { retry: () => void press() });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog size="M">
      <Heading slot="title">Copy field mappings</Heading>
      <Content>
        <div className={styles.content}>
          <p>
            The field mappings of the other dataflow take the place of those here. Fields that this schema
            does not have are marked.
          </p>
          <FlowChoice chosen={flow} onChoose={setFlow} except={except} labelPosition="top" />
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="accent"
          isDisabled={flow === undefined}
          isPending={busy}
          onPress={() => void press()}
        >
          Copy field mappings
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
