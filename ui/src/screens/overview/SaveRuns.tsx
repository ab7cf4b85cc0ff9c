// Saves every run that this computer keeps of the sandbox as a file, where the person wants it.
import { ActionButton, ActionButtonGroup, Text } from '@react-spectrum/s2';
import Download from '@react-spectrum/s2/icons/Download';
import { useState } from 'react';
import type { FileFormat } from '../../api/bindings/FileFormat';
import { appErrorOf } from '../../api/errors';
import { exportRuns } from '../../api/overviewQueries';
import { transport } from '../../api/transport';
import { SaidAloud } from '../../kit/SaidAloud';
import { useProblemToast } from '../parts/useWaysOut';

const FORMATS = [
  { id: 'csv', label: 'Save as CSV' },
  { id: 'json', label: 'Save as JSON' },
] as const satisfies readonly { id: FileFormat; label: string }[];

export function SaveRuns() {
  const [busy, setBusy] = useState<FileFormat>();
  const [said, setSaid] = useState('');
  const tell = useProblemToast();
  const save = async (format: FileFormat) => {
    setBusy(format);
    setSaid('');
    try {
      const { name, text } = await exportRuns(format);
      if (await transport.saveFile(name, text)) setSaid('The runs are saved');
    } catch (problem) {
      tell(appErrorOf(problem), { retry: () => void save(format) });
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      <ActionButtonGroup size="S" aria-label="Save the kept runs">
        {FORMATS.map(({ id, label }) => (
          <ActionButton
            key={id}
            isPending={busy === id}
            isDisabled={busy !== undefined && busy !== id}
            onPress={() => void save(id)}
          >
            <Download />
            <Text>{label}</Text>
          </ActionButton>
        ))}
      </ActionButtonGroup>
      <SaidAloud text={said} />
    </>
  );
}
