// Light, dark, or as the computer says; takes effect at once.
import { SegmentedControl, SegmentedControlItem, ToastQueue } from '@react-spectrum/s2';
import type { Theme } from '../../api/bindings/Theme';
import { useWrite } from '../../api/mutations';
import { useAppState } from '../../api/session';
import styles from './SettingsScreen.module.css';

const THEMES: readonly { id: Theme; label: string }[] = [
  { id: 'system', label: 'System' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

export function ThemeChoice() {
  const { settings } = useAppState();
  const save = useWrite('save_settings');
  const choose = (theme: Theme | undefined) => {
    if (!theme || theme === settings.theme) return;
    save.mutate(
      { ...settings, theme },
      { onError: ({ app }) => ToastQueue.negative(`${app.title}. ${app.hint}`) },
    );
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
