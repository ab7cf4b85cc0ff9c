// Saved sign-ins, theme, where the data lies, and what this app is. Everything saves at once.
import { useAppState } from '../../api/session';
import { CopyField } from '../../kit/CopyField';
import { PageHeading } from '../../kit/PageHeading';
import { TERMS } from '../../lib/terms';
import { SavedSignInList } from './SavedSignInList';
import styles from './SettingsScreen.module.css';
import { SettingsSection } from './SettingsSection';
import { ThemeChoice } from './ThemeChoice';

export function SettingsScreen() {
  const { version, dataFolder, keychain } = useAppState();
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <PageHeading>{TERMS.settings}</PageHeading>
      </header>
      <div className={styles.sections}>
        <SettingsSection
          title={TERMS.profiles}
          about={
            keychain.available
              ? 'Who you sign in as, and where. Secrets stay in this computer’s keychain.'
              : 'Who you sign in as, and where.'
          }
        >
          <SavedSignInList />
        </SettingsSection>
        <SettingsSection title="Appearance" about="Follows your computer unless you say otherwise.">
          <ThemeChoice />
        </SettingsSection>
        <SettingsSection
          title="Data on this computer"
          about="Settings, unfinished set-ups and half-finished forms. Never a secret."
        >
          <CopyField value={dataFolder} what="data folder" />
        </SettingsSection>
        <SettingsSection title="About" about={`${TERMS.app} ${version}`}>
          <p>
            {TERMS.app} is free software under the MIT licence. It is not affiliated with Adobe or Pendo;
            their names are used only to say what it works with.
          </p>
          <p className={styles.second}>
            It talks to Adobe’s hosts, or to those you name, and to nobody else. Press <kbd>?</kbd> for
            keyboard shortcuts.
          </p>
        </SettingsSection>
      </div>
    </div>
  );
}
