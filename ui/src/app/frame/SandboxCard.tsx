// Where everything is read and written. A menu while there is more than one sandbox to go to.
import { Header, Heading, Menu, MenuItem, MenuSection, MenuTrigger, Text } from '@react-spectrum/s2';
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import Data from '@react-spectrum/s2/icons/Data';
import Education from '@react-spectrum/s2/icons/Education';
import Lock from '@react-spectrum/s2/icons/Lock';
import { Button } from 'react-aria-components/Button';
import type { Sandbox } from '../../api/bindings/Sandbox';
import type { Session } from '../../api/bindings/Session';
import type { CallError } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { Glyph } from '../../kit/Glyph';
import { SandboxChip } from '../../kit/SandboxChip';
import { sandboxKindWord, TERMS, titleBeyond } from '../../lib/terms';
import { useProblemToast } from '../../screens/parts/useWaysOut';
import styles from './SandboxCard.module.css';

export function SandboxCard({ session }: { session: Session }) {
  const { sandbox, sandboxes } = session;
  if (sandboxes.length < 2) return <div className={styles.card}>{face(sandbox, false)}</div>;
  return <SandboxMenu sandbox={sandbox} sandboxes={sandboxes} />;
}

function SandboxMenu({ sandbox, sandboxes }: { sandbox: Sandbox; sandboxes: readonly Sandbox[] }) {
  const select = useWrite('select_sandbox');
  const tell = useProblemToast();
  const choose = (name: string) => {
    if (name === sandbox.name) return;
    const onError = ({ app }: CallError) => tell(app, { retry: () => choose(name) });
    select.mutate({ sandbox: name }, { onError });
  };
  return (
    <MenuTrigger>
      <Button className={styles.card ?? ''} isPending={select.isPending}>
        {face(sandbox, true)}
      </Button>
      <Menu
        aria-label={TERMS.sandbox}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[sandbox.name]}
        onAction={(key) => choose(String(key))}
      >
        <MenuSection aria-label="Sandboxes of this sign-in">
          <Header>
            <Heading>Work in another sandbox</Heading>
          </Header>
          {sandboxes.map((one) => (
            <MenuItem key={one.name} id={one.name} textValue={one.name}>
              <Text slot="label">{one.name}</Text>
              <Text slot="description">
                {[sandboxKindWord(one.kind), titleBeyond(one)].filter(Boolean).join(', ')}
              </Text>
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </MenuTrigger>
  );
}

/** In the narrow rail an icon stands for the words, which stay there for assistive technology. */
const KIND_ICONS = { production: Lock, development: Data, practice: Education } as const;

function face(sandbox: Sandbox, opens: boolean) {
  return (
    <>
      <span className={styles.narrow} data-kind={sandbox.kind} title={`${TERMS.sandbox} ${sandbox.name}`}>
        <Glyph of={KIND_ICONS[sandbox.kind]} size={20} />
      </span>
      <span className={styles.top}>
        <span className={styles.label}>{TERMS.sandbox}</span>
        <SandboxChip kind={sandbox.kind} />
      </span>
      <span className={styles.bottom}>
        <span className={styles.name} title={sandbox.title}>
          {sandbox.name}
        </span>
        {opens && <Glyph of={ChevronDown} size={14} />}
      </span>
    </>
  );
}
