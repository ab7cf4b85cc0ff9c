// The workbench: the heading with the health of the mapping, and sample, lines and record side by side where there is
// room; where there is not, they become tabs.
import { type ReactNode, useState } from 'react';
import { useMediaQuery } from '../../../kit/media';
import { PageHeading } from '../../../kit/PageHeading';
import { PanelTabs } from '../../../kit/PanelTabs';
import { plural } from '../../../lib/number';
import { CallProblem } from '../CallProblem';
import { HealthStrip } from './HealthStrip';
import type { Mapping } from './useMapping';
import styles from './Workbench.module.css';

type PanelName = 'sample' | 'lines' | 'record';

interface WorkbenchProps {
  heading: string;
  lead: ReactNode;
  /** Beside the lead: what can be done with the lines as a whole. */
  actions?: ReactNode;
  mapping: Mapping;
  panels: Record<PanelName, ReactNode>;
}

export function Workbench({ heading, lead, actions, mapping, panels }: WorkbenchProps) {
  return (
    <div className={styles.mapping}>
      <header className={styles.head}>
        <div className={styles.title}>
          <PageHeading>{heading}</PageHeading>
          <p className={styles.lead}>{lead}</p>
        </div>
        <HealthStrip summary={mapping.preview?.summary} />
        {actions}
      </header>
      {mapping.fieldsError ? (
        <div className={styles.trouble}>
          <CallProblem error={mapping.fieldsError} onRetry={mapping.retry} />
        </div>
      ) : (
        <Panels panels={panels} />
      )}
    </div>
  );
}

/** Three columns, two with a tab, or three tabs: as wide as the window (or the zoom) allows. */
function Panels({ panels }: { panels: Record<PanelName, ReactNode> }) {
  const wide = useMediaQuery('(min-width: 1160px)');
  const medium = useMediaQuery('(min-width: 820px)');
  const [tab, setTab] = useState('lines');
  if (wide) {
    return (
      <div className={styles.panels} data-columns={3}>
        {panels.sample}
        {panels.lines}
        {panels.record}
      </div>
    );
  }
  const tabs = [
    { id: 'lines', label: 'Field mappings', content: panels.lines },
    { id: 'record', label: 'Record that arrives', content: panels.record },
  ];
  if (medium) {
    return (
      <div className={styles.panels} data-columns={2}>
        {panels.sample}
        <PanelTabs label="Mapping" tabs={tabs} selected={tab} onSelect={setTab} />
      </div>
    );
  }
  const sample = { id: 'sample', label: 'Sample event', content: panels.sample };
  return <PanelTabs label="Mapping" tabs={[sample, ...tabs]} selected={tab} onSelect={setTab} />;
}

/** Why the mapping cannot be used as it is; undefined: it can. `aim` is what waits for it, such as "to continue". */
export function whyMappingWaits(mapping: Mapping, aim: string): string | undefined {
  if (mapping.fieldsError) return 'The fields could not be read';
  if (mapping.reading) return 'Reading the fields…';
  if (mapping.lines.length === 0) return 'Add a field mapping';
  const errors = mapping.preview?.summary.errors ?? 0;
  return errors > 0 ? `Solve ${plural(errors, 'error', 'errors')} ${aim}` : undefined;
}

/** What to know although the mapping can be used. */
export function noteFor(mapping: Mapping): string | undefined {
  if (mapping.previewError)
    return 'The preview could not be worked out; the lines are checked when they are used';
  const warnings = mapping.preview?.summary.warnings ?? 0;
  if (warnings === 0) return undefined;
  return `${plural(warnings, 'warning does', 'warnings do')} not stop you`;
}
