// One topic: its name and a sentence at the left, its controls at the right.
import { type ReactNode, useId } from 'react';
import styles from './SettingsScreen.module.css';

interface SettingsSectionProps {
  title: string;
  about: string;
  children: ReactNode;
}

export function SettingsSection({ title, about, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <p className={styles.about}>{about}</p>
      </div>
      <div className={styles.controls}>{children}</div>
    </section>
  );
}
