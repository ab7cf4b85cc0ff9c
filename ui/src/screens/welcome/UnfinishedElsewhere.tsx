// Set-ups that wait to be finished or undone: one press signs in where they belong and opens them.
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import type { Profile } from '../../api/bindings/Profile';
import type { SetupSummary } from '../../api/bindings/SetupSummary';
import { Glyph } from '../../kit/Glyph';
import { TERMS } from '../../lib/terms';
import { setupWords } from '../parts/setupWords';
import type { WayIn } from './useWaysIn';
import { WayInLine } from './WayInLine';
import styles from './WayInLine.module.css';

const MARK = <Glyph of={AlertTriangle} size={20} tone="notice" />;

interface UnfinishedElsewhereProps {
  setups: readonly SetupSummary[];
  profiles: readonly Profile[];
  entering: WayIn | undefined;
  onEnter: (way: WayIn) => void;
}

export function UnfinishedElsewhere({ setups, profiles, entering, onEnter }: UnfinishedElsewhereProps) {
  const told = setups.flatMap((setup) => {
    const title = setupWords(setup.state)?.title(setup.name);
    return title === undefined ? [] : [{ setup, title }];
  });
  if (told.length === 0) return null;
  return (
    <section className={styles.list} aria-label="Unfinished set-ups">
      <ul>
        {told.map(({ setup, title }) => {
          const { setupId, sandbox, profileName } = setup;
          const profile = profiles.find(({ name }) => name === profileName);
          const where = `${TERMS.sandbox} ${sandbox}, ${profileName}`;
          if (!profile) {
            return (
              <li key={setupId} className={styles.still}>
                {MARK}
                <span className={styles.words}>
                  <span className={styles.name}>{title}</span>
                  <span className={styles.line}>{`${where}: connect with that sign-in to go on.`}</span>
                </span>
              </li>
            );
          }
          return (
            <WayInLine
              key={setupId}
              mark={MARK}
              name={title}
              line={where}
              entering={entering?.kind === 'setup' && entering.setup.setupId === setupId}
              isDisabled={entering !== undefined}
              onPress={() => onEnter({ kind: 'setup', profileId: profile.id, setup })}
            />
          );
        })}
      </ul>
    </section>
  );
}
