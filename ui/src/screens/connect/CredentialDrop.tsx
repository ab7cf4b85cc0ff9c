// The Developer Console's credential file, dropped or browsed. Its text goes to Rust and is not kept here; what
// comes back holds no secret.
import { ActionButton } from '@react-spectrum/s2';
import FileIcon from '@react-spectrum/s2/icons/File';
import { useRef, useState } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { AppError } from '../../api/bindings/AppError';
import type { CredentialFile } from '../../api/bindings/CredentialFile';
import { problemWords } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { Glyph } from '../../kit/Glyph';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { plural } from '../../lib/number';
import { formatBytes } from '../../lib/size';
import styles from './ConnectForm.module.css';

/** A credential file has a few hundred bytes; what is larger is another file, and is not read into memory. */
const LARGEST_BYTES = 1_000_000;

function tooLarge(bytes: number): AppError {
  return {
    code: 'file_rejected',
    title: 'This file is too large for a credential file',
    hint: `It has ${formatBytes(bytes)}; Inlet reads up to ${formatBytes(LARGEST_BYTES)}. The file from the Developer Console has a few hundred bytes.`,
    owner: 'you',
    action: 'choose_file',
    fields: [],
  };
}

export function CredentialDrop({ onRead }: { onRead: (file: CredentialFile) => void }) {
  const read = useWrite('read_credential_file');
  const [told, setTold] = useState<{ fileName: string; fields: number }>();
  const [problem, setProblem] = useState<AppError>();
  const input = useRef<HTMLInputElement>(null);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setTold(undefined);
    setProblem(undefined);
    if (file.size > LARGEST_BYTES) {
      setProblem(tooLarge(file.size));
      return;
    }
    read.mutate(
      { fileName: file.name, text: await file.text() },
      {
        onSuccess: (found) => {
          setTold({ fileName: file.name, fields: found.fieldsRead });
          onRead(found);
        },
        onError: ({ app }) => setProblem(app),
      },
    );
  };

  return (
    <div>
      <DropZone
        className={styles.drop ?? ''}
        aria-label="Drop the credential file here"
        onDrop={async ({ items }) => {
          const file = items.find((item) => item.kind === 'file');
          await take(await file?.getFile());
        }}
      >
        <Glyph of={FileIcon} size={20} />
        <div className={styles.dropWords}>
          <strong>{told?.fileName ?? 'Drop the credential file here'}</strong>
          <div className={styles.dropLine}>
            {told
              ? `Read ${plural(told.fields, 'field', 'fields')}. The file was not kept.`
              : 'Or fill in the fields below.'}
          </div>
        </div>
        <FileTrigger
          ref={input}
          acceptedFileTypes={['application/json', '.json']}
          onSelect={(list) => take(list?.[0])}
        >
          <ActionButton size="S" isPending={read.isPending}>
            Browse…
          </ActionButton>
        </FileTrigger>
      </DropZone>
      {problem && (
        <div className={styles.dropProblem}>
          <ProblemPanel {...problemWords(problem, { choose_file: () => input.current?.click() })} />
        </div>
      )}
    </div>
  );
}
