// Panels that share one place, one in front. Keyboard and roles are those of tabs.

import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import styles from './PanelTabs.module.css';

interface PanelTabsProps {
  label: string;
  tabs: readonly { id: string; label: string; content: ReactNode }[];
  selected: string;
  onSelect: (id: string) => void;
  /** `page` indents the tabs like the head of a page, `panel` like that of a panel. */
  look?: 'page' | 'panel';
}

export function PanelTabs({ label, tabs, selected, onSelect, look = 'panel' }: PanelTabsProps) {
  return (
    <Tabs
      className={styles.tabs ?? ''}
      data-look={look}
      selectedKey={selected}
      onSelectionChange={(id) => onSelect(String(id))}
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map(({ id, label: name }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
