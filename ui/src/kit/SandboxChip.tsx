// What a sandbox is for, in one word. Production is inverted with a lock: grave, without alarm.
import Lock from '@react-spectrum/s2/icons/Lock';
import { type SandboxKindName, sandboxKindWord } from '../lib/terms';
import { Glyph } from './Glyph';
import styles from './SandboxChip.module.css';

export function SandboxChip({ kind }: { kind: SandboxKindName }) {
  return (
    <span className={styles.chip} data-kind={kind}>
      {kind === 'production' && <Glyph of={Lock} size={14} />}
      {sandboxKindWord(kind)}
    </span>
  );
}
