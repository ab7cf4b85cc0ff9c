// Panels that share one place, one in front. Keyboard and roles are those of tabs.

import { createContext, memo, type ReactNode, useContext, useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import styles from './PanelTabs.module.css';
import { useSame } from './useSame';
import { useSteady } from './useSteady';

interface PanelTabsProps {
  label: string;
  tabs: readonly { id: string; label: string; content: ReactNode }[];
  selected: string;
  onSelect: (id: string) => void;
  /** `page` indents the tabs like the head of a page, `panel` like that of a panel. */
  look?: 'page' | 'panel';
}

/** What stands in each panel, by its id. */
const Contents = createContext<ReadonlyMap<string, ReactNode>>(new Map());

export function PanelTabs({ label, tabs, selected, onSelect, look = 'panel' }: PanelTabsProps) {
  const contents = useMemo(() => new Map(tabs.map(({ id, content }) => [id, content])), [tabs]);
  const names = useSame(tabs.map(({ id, label: name }) => ({ id, name })));
  const select = useSteady(onSelect);
  return (
    <Contents value={contents}>
      <Frame label={label} names={names} selected={selected} onSelect={select} look={look} />
    </Contents>
  );
}

interface FrameProps extends Omit<Required<PanelTabsProps>, 'tabs'> {
  names: readonly { id: string; name: string }[];
}

/**
 * The tabs around what they show. Not drawn anew with that: each time a panel is, it looks whether the keyboard finds
 * something within, and the browser has to lay out the whole window for the answer.
 */
const Frame = memo(function Frame({ label, names, selected, onSelect, look }: FrameProps) {
  return (
    <Tabs
      className={styles.tabs ?? ''}
      data-look={look}
      selectedKey={selected}
      onSelectionChange={(id) => onSelect(String(id))}
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {names.map(({ id, name }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {name}
          </Tab>
        ))}
      </TabList>
      {names.map(({ id }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          <PanelContent id={id} />
        </TabPanel>
      ))}
    </Tabs>
  );
});

function PanelContent({ id }: { id: string }) {
  return useContext(Contents).get(id);
}
