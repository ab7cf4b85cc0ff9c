// Light, dark, or as the computer says; takes effect at once.
import { SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2';
import type { Theme } from '../../api/bindings/Theme';
import type { CallError } from '../../api/errors';
import { useWrite } from '../../api/mutations';
import { useAppState } from '../../api/session';
import { useProblemToast } from '../parts/useWaysOut';
import styles from './SettingsScreen.module.css';

const THEMES: readonly { id: Theme; label: string }[] = [
  { id: 'system', label: 'System' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

export function ThemeChoice() {
  const { settings } = useAppState();
  const save = useWrite('save_settings');
  const tell = useProblemToast();
  const choose = (theme: Theme | undefined) => {
    if (!theme || theme === settings.theme) return;
    const onError = ({ app }: CallError) => tell(app, { retry: () => choose(theme) });
    save.mutate({ ...settings, theme }, { onError });
  };
  return (
    <div className={styles.row}>
      <span>Theme</span>
      <SegmentedControl
        aria-label="Theme"
        selectedKey={settings.theme}
        onSelectionChange={(key) => choose(THEMES.find(({ id }) => id === key)?.id)}
      >
        {THEMES.map(({ id, label }) => (
          <SegmentedControlItem key={id} id={id}>
            {label}
          </SegmentedControlItem>
        ))}
      </SegmentedControl>
    </div>
  );
}
