// Light, dark, or as the computer says. Spectrum's page.css reads the attribute; form controls and scroll bars
// follow `color-scheme`.
import { useEffect } from 'react';
import type { Theme } from '../api/bindings/Theme';

const SCHEMES = { system: 'light dark', light: 'light', dark: 'dark' } as const;

export function useTheme(theme: Theme): 'light' | 'dark' | undefined {
  useEffect(() => {
    const html = document.documentElement;
    html.style.colorScheme = SCHEMES[theme];
    if (theme === 'system') delete html.dataset.colorScheme;
    else html.dataset.colorScheme = theme;
  }, [theme]);
  return theme === 'system' ? undefined : theme;
}
