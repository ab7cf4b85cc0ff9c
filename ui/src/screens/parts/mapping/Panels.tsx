// Where the panels of the workbench stand: three columns, two with tabs, or tabs alone, as wide as the window (or the
// zoom) allows.
import type { ReactNode } from 'react';
import { useMediaQuery } from '../../../kit/media';
import { PanelTabs } from '../../../kit/PanelTabs';
import styles from './Workbench.module.css';

export interface PanelSet {
  sample: ReactNode;
  lines: ReactNode;
  schema: ReactNode;
  record: ReactNode;
  /** Which of the two sights of the target is in front. */
  target: TargetName;
  /** What is in front where the panels share a place. */
  front: Front;
  onFront: (front: Front, target?: TargetName) => void;
}

export type TargetName = 'schema' | 'record';
export type Front = 'sample' | 'lines' | 'target';

export function Panels({ sample, lines, schema, record, target, front, onFront }: PanelSet) {
  const wide = useMediaQuery('(min-width: 1160px)');
  const medium = useMediaQuery('(min-width: 820px)');
  const targets = [
    { id: 'schema', label: 'Schema', content: schema },
    { id: 'record', label: 'Record that arrives', content: record },
  ];
  const select = (id: string) => {
    if (id === 'schema' || id === 'record') onFront('target', id);
    else onFront(id === 'sample' ? 'sample' : 'lines');
  };
  if (wide) {
    return (
      <div className={styles.panels} data-columns={3}>
        {sample}
        {lines}
        <PanelTabs label="Target" tabs={targets} selected={target} onSelect={select} />
      </div>
    );
  }
  const tabs = [{ id: 'lines', label: 'Field mappings', content: lines }, ...targets];
  if (medium) {
    return (
      <div className={styles.panels} data-columns={2}>
        {sample}
        <PanelTabs
          label="Mapping"
          tabs={tabs}
          selected={front === 'lines' ? 'lines' : target}
          onSelect={select}
        />
      </div>
    );
  }
  const first = { id: 'sample', label: 'Sample event', content: sample };
  return (
    <PanelTabs
      label="Mapping"
      tabs={[first, ...tabs]}
      selected={front === 'target' ? target : front}
      onSelect={select}
    />
  );
}
