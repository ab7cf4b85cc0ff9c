// Saves the failed events of a run as a file: where, the person says.
import { ActionButton } from '@react-spectrum/s2';
import { useState } from 'react';
import type { FileFormat } from '../../api/bindings/FileFormat';
import { call } from '../../api/call';
import { transport } from '../../api/transport';
import { SaidAloud } from '../../kit/SaidAloud';
import styles from './SaveFailedEvents.module.css';

type Outcome = 'saved' | 'failed' | 'idle';

const WORDS: Record<Outcome, string> = {
  idle: '',
  saved: 'Saved',
  failed: 'Not saved. Try again, or choose another folder.',
};

export function SaveFailedEvents({ runId }: { runId: string }) {
  const [busy, setBusy] = useState<FileFormat>();
  const [outcome, setOutcome] = useState<Outcome>('idle');
  const save = async (format: FileFormat) => {
    setBusy(format);
    setOutcome('idle');
    try {
      const { name, text } = await call('export_failed_events', { runId, format });
      setOutcome((await transport.saveFile(name, text)) ? 'saved' : 'idle');
    } catch {
      setOutcome('failed');
    }
    setBusy(undefined);
  };
  const button = (format: FileFormat, label: string) => (
    <ActionButton
      size="S"
      isPending={busy === format}
      isDisabled={busy !== undefined}
      onPress={() => void save(format)}
    >
      {label}
    </ActionButton>
  );
  return (
    <span className={styles.save}>
      <span className={styles.outcome}>{WORDS[outcome]}</span>
      <SaidAloud text={WORDS[outcome]} />
      {button('csv', 'Save as CSV')}
      {button('json', 'Save as JSON')}
    </span>
  );
}
