// The workbench: the heading with the health of the mapping, and below it the panels.
import type { ReactNode } from 'react';
import { PageHeading } from '../../../kit/PageHeading';
import { plural } from '../../../lib/number';
import { CallProblem } from '../CallProblem';
import { HealthStrip } from './HealthStrip';
import { type PanelSet, Panels } from './Panels';
import type { Mapping } from './useMapping';
import styles from './Workbench.module.css';

interface WorkbenchProps {
  heading: string;
  lead: ReactNode;
  /** Beside the lead: what can be done with the lines as a whole. */
  actions?: ReactNode;
  mapping: Mapping;
  panels: PanelSet;
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
        <Panels {...panels} />
      )}
    </div>
  );
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
  const empties = mapping.preview?.summary.empties ?? 0;
  return empties > 0
    ? `${plural(empties, 'field stays', 'fields stay')} empty for this sample; that does not stop you`
    : `${plural(warnings, 'warning does', 'warnings do')} not stop you`;
}
