// The sandbox to start with. Permissions differ by sandbox, so choosing another one checks again.
import { Picker, PickerItem } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Sandbox } from '../../api/bindings/Sandbox';
import { SandboxChip } from '../../kit/SandboxChip';
import { titleBeyond } from '../../lib/terms';
import styles from './Checks.module.css';

interface SandboxChoiceProps {
  sandboxes: readonly Sandbox[];
  sandbox: Sandbox;
  isDisabled: boolean;
  onChoose: (name: string) => void;
}

export function SandboxChoice({ sandboxes, sandbox, isDisabled, onChoose }: SandboxChoiceProps) {
  return (
    <div className={styles.sandbox}>
      <Picker
        label="Sandbox to start with"
        items={sandboxes.map(({ name }) => ({ id: name }))}
        value={sandbox.name}
        onChange={(name) => {
          if (typeof name === 'string' && name !== sandbox.name) onChoose(name);
        }}
        isDisabled={isDisabled}
        styles={style({ width: 240 })}
      >
        {({ id }) => <PickerItem id={id}>{id}</PickerItem>}
      </Picker>
      <span className={styles.about}>
        <SandboxChip kind={sandbox.kind} />
        {sandbox.kind === 'production' ? 'Changes here reach live data' : titleBeyond(sandbox)}
      </span>
    </div>
  );
}
