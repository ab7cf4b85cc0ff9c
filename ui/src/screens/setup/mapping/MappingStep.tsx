// Step 3: which field of the event becomes which field of the record. Sample, lines and record stand side by
// side where there is room; where there is not, they become tabs.

import { type ReactNode, useState } from 'react';
import type { Destination } from '../../../api/bindings/Destination';
import { useMediaQuery } from '../../../kit/media';
import { PageHeading } from '../../../kit/PageHeading';
import { PanelTabs } from '../../../kit/PanelTabs';
import { plural } from '../../../lib/number';
import { CallProblem } from '../../parts/CallProblem';
import { messageFor } from '../steps';
import { destinationOf } from '../values';
import { ContinueButton, type StepProps, WizardStep } from '../WizardStep';
import { HealthStrip } from './HealthStrip';
import styles from './mapping.module.css';
import { type Mapping, useMapping } from './useMapping';
import { usePanels } from './usePanels';

export function MappingStep(props: StepProps) {
  const destination = destinationOf(props.values);
  if (destination) return <MappingOf {...props} destination={destination} />;
  return (
    <WizardStep
      onBack={props.onBack}
      next={
        <ContinueButton label="Continue to review" reason="no destination" onContinue={props.onContinue} />
      }
    >
      <div className={styles.alone}>
        <PageHeading>Mapping</PageHeading>
        <p>Choose where the events go first: the fields to fill are those of its schema.</p>
      </div>
    </WizardStep>
  );
}

function MappingOf({ destination, ...props }: StepProps & { destination: Destination }) {
  const { values, defaults, problems, notice, onBack, onContinue } = props;
  const mapping = useMapping(values, destination, defaults);
  const panels = usePanels(props, destination, mapping);
  const errors = mapping.preview?.summary.errors ?? 0;
  const reason = whyMappingWaits(mapping, errors);

  const general = messageFor(problems, 'lines') ?? messageFor(problems, 'mapping');
  return (
    <WizardStep
      look="fill"
      notice={notice}
      onBack={onBack}
      note={reason ?? noteFor(mapping)}
      next={<ContinueButton label="Continue to review" reason={reason} onContinue={onContinue} />}
    >
      <div className={styles.mapping}>
        <header className={styles.head}>
          <div className={styles.title}>
            <PageHeading>Mapping</PageHeading>
            <p className={styles.lead}>
              {general ?? 'Suggested for you. Change only what you disagree with.'}
            </p>
          </div>
          <HealthStrip summary={mapping.preview?.summary} />
        </header>
        {mapping.fieldsError ? (
          <div className={styles.trouble}>
            <CallProblem error={mapping.fieldsError} onRetry={mapping.retry} />
          </div>
        ) : (
          <Panels panels={panels} />
        )}
      </div>
    </WizardStep>
  );
}

/** Three columns, two with a tab, or three tabs: as wide as the window (or the zoom) allows. */
function Panels({ panels }: { panels: Record<'sample' | 'lines' | 'record', ReactNode> }) {
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

function whyMappingWaits(mapping: Mapping, errors: number): string | undefined {
  if (mapping.fieldsError) return 'The fields could not be read';
  if (mapping.reading) return 'Reading the fields…';
  if (mapping.lines.length === 0) return 'Add a field mapping';
  return errors > 0 ? `Solve ${plural(errors, 'error', 'errors')} to continue` : undefined;
}

function noteFor(mapping: Mapping): string | undefined {
  if (mapping.previewError) return 'The preview could not be worked out; the review checks the mapping';
  const warnings = mapping.preview?.summary.warnings ?? 0;
  if (warnings === 0) return undefined;
  return `${plural(warnings, 'warning does', 'warnings do')} not stop you`;
}
